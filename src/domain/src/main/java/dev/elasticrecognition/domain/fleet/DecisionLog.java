package dev.elasticrecognition.domain.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The decisions that had consequences, for operators to read. */
public interface DecisionLog {

    /** Adds a decision; one with the same id and time is replaced. */
    void add(DecisionRecord decision);

    /**
     * Decisions, newest first.
     *
     * @param cursor where the page before ended; empty to begin with the newest
     * @param limit the most to return, 1 to 1000
     * @throws IllegalArgumentException if the cursor is none, or the limit is out of range
     */
    Page page(Optional<String> cursor, int limit);

    /** Forgets what was decided before an instant. */
    void forgetBefore(Instant start);

    /**
     * Some decisions.
     *
     * @param next the cursor of the page after this one; empty if there is none
     */
    record Page(List<DecisionRecord> decisions, Optional<String> next) {

        public Page {
            decisions = List.copyOf(decisions);
        }
    }
}
