package dev.elasticrecognition.domain.deadletters;

import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Forgets a dead letter; its request has failed for good then, also if a redrive broke off before it was sent again. It is
 * logged with who did it.
 */
public final class DiscardDeadLetter {

    private static final Logger LOG = System.getLogger(DiscardDeadLetter.class.getName());

    private final DeadLetters deadLetters;
    private final ResultStore results;

    public DiscardDeadLetter(DeadLetters deadLetters, ResultStore results) {
        this.deadLetters = deadLetters;
        this.results = results;
    }

    /**
     * Discards one.
     *
     * @param by who wants it
     * @return whether there was such a dead letter
     */
    public boolean discard(RequestId id, String by) {
        Optional<DeadLetter> letter = deadLetters.find(id);
        letter.ifPresent(found -> {
            results.putOnce(found.givenUp());
            deadLetters.remove(id);
            LOG.log(Level.INFO, "{0} discarded the dead letter of request {1}", by, id);
        });
        return letter.isPresent();
    }
}
