package dev.elasticrecognition.domain.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that an operator did.
 *
 * @param id names the entry, and no other; letters, digits and dashes
 * @param at when
 * @param by who
 * @param action what kind of thing, a word or two such as {@code set-capacity}; newer versions know more of them
 * @param subject the instance or request that it was done to; empty if it was the fleet as a whole
 * @param sentence what was done, to be read after the name of who did it
 * @param changes what it changed
 */
public record AuditEntry(
        String id,
        Instant at,
        String by,
        String action,
        Optional<String> subject,
        String sentence,
        List<Change> changes) {

    public AuditEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(sentence, "sentence");
        changes = List.copyOf(changes);
    }
}
