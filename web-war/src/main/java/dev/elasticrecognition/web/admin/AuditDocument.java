package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.audit.AuditEntry;
import dev.elasticrecognition.domain.audit.AuditTrail.Page;
import dev.elasticrecognition.domain.audit.Change;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A page of what operators did.
 *
 * @param entries newest first
 * @param next where older ones are; absent on the last page
 */
@JsonbPropertyOrder({"entries", "next"})
public record AuditDocument(List<EntryDocument> entries, String next) {

    static AuditDocument of(Page page, Optional<URI> next) {
        return new AuditDocument(
                page.entries().stream().map(EntryDocument::of).toList(),
                next.map(URI::toString).orElse(null));
    }

    /**
     * One thing that an operator did; see {@link AuditEntry}.
     *
     * @param at ISO 8601, UTC
     * @param subject absent if it was the fleet as a whole
     */
    @JsonbPropertyOrder({"id", "at", "by", "action", "subject", "sentence", "changes"})
    public record EntryDocument(
            String id,
            String at,
            String by,
            String action,
            String subject,
            String sentence,
            List<ChangeDocument> changes) {

        static EntryDocument of(AuditEntry entry) {
            return new EntryDocument(
                    entry.id(),
                    entry.at().toString(),
                    entry.by(),
                    entry.action(),
                    entry.subject().orElse(null),
                    entry.sentence(),
                    entry.changes().stream().map(ChangeDocument::of).toList());
        }
    }

    /** What something was and became; absent if there was or is none. */
    @JsonbPropertyOrder({"what", "from", "to"})
    public record ChangeDocument(String what, String from, String to) {

        static ChangeDocument of(Change change) {
            return new ChangeDocument(
                    change.what(), change.from().orElse(null), change.to().orElse(null));
        }
    }
}
