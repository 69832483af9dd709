package dev.elasticrecognition.domain.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what operators did. Entries are added and never changed. */
public interface AuditTrail {

    /** Adds an entry; if it is there already, it stays as it was. */
    void add(AuditEntry entry);

    /**
     * Entries, newest first.
     *
     * @param cursor where the page before ended; empty to begin with the newest
     * @param limit the most to return, 1 to 1000
     * @throws IllegalArgumentException if the cursor is none, or the limit is out of range
     */
    Page page(Optional<String> cursor, int limit);

    /** Forgets what was done before an instant. */
    void forgetBefore(Instant start);

    /**
     * Some entries.
     *
     * @param next the cursor of the page after this one; empty if there is none
     */
    record Page(List<AuditEntry> entries, Optional<String> next) {

        public Page {
            entries = List.copyOf(entries);
        }
    }
}
