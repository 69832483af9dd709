package dev.elasticrecognition.domain.audit;

import dev.elasticrecognition.domain.messaging.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes down what an operator has done, in the log and in the trail. What is done is done, so a trail that can't be
 * reached undoes nothing: then the log has it alone, as a warning. Safe for use by several threads.
 */
public final class Audit {

    /** How long entries are kept. */
    public static final Duration KEPT = Duration.ofDays(90);

    private static final Logger LOG = System.getLogger(Audit.class.getName());

    private final AuditTrail trail;
    private final InstantSource clock;

    public Audit(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Takes down what was done just now.
     *
     * @param deed what, and who did it
     * @param changes what it changed
     */
    public void done(Deed deed, List<Change> changes) {
        LOG.log(Level.INFO, "{0} {1}", deed.by(), deed.sentence());
        AuditEntry entry = new AuditEntry(
                UUID.randomUUID().toString(),
                clock.instant(),
                deed.by(),
                deed.action(),
                deed.subject(),
                deed.sentence(),
                changes);
        try {
            trail.add(entry);
        } catch (Unavailable e) {
            LOG.log(Level.WARNING, "The audit trail lacks this: {0}. {1}", entry, e.getMessage());
        }
    }

    /**
     * Something that an operator does.
     *
     * @param by who
     * @param action what kind of thing, as in {@link AuditEntry}
     * @param subject what it is done to; empty if it's the fleet as a whole
     * @param sentence what was done, to be read after the name of who did it
     */
    public record Deed(String by, String action, Optional<String> subject, String sentence) {

        /** Something that is done to the fleet as a whole. */
        public static Deed ofAll(String by, String action, String sentence) {
            return new Deed(by, action, Optional.empty(), sentence);
        }

        /** Something that is done to one instance or request. */
        public static Deed of(String by, String action, String subject, String sentence) {
            return new Deed(by, action, Optional.of(subject), sentence);
        }
    }
}
