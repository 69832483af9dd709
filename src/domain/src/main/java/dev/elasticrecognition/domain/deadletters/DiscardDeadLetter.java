package dev.elasticrecognition.domain.deadletters;

import dev.elasticrecognition.domain.audit.Audit;
import dev.elasticrecognition.domain.audit.Audit.Deed;
import dev.elasticrecognition.domain.audit.Change;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.util.List;
import java.util.Optional;

/**
 * Forgets a dead letter; its request has failed for good then, also if a redrive broke off before it was sent again. It is
 * taken down who did it.
 */
public final class DiscardDeadLetter {

    private final DeadLetters deadLetters;
    private final ResultStore results;
    private final Audit audit;

    public DiscardDeadLetter(DeadLetters deadLetters, ResultStore results, Audit audit) {
        this.deadLetters = deadLetters;
        this.results = results;
        this.audit = audit;
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
            audit.done(
                    Deed.of(by, "discard", id.value(), "discarded the dead letter of request " + id),
                    List.of(Change.of("dead-letter", "kept", "discarded")));
        });
        return letter.isPresent();
    }
}
