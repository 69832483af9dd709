package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.deadletters.DeadLetter;
import dev.elasticrecognition.domain.deadletters.DeadLetters;
import dev.elasticrecognition.domain.recognition.RequestId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of dead letters keeps. */
public abstract class DeadLettersContract {

    protected abstract DeadLetters deadLetters();

    @Test
    void aDeadLetterIsFoundAsItWasPut() {
        DeadLetters deadLetters = deadLetters();
        DeadLetter letter = Samples.deadLetter(Samples.id());

        deadLetters.put(letter);

        assertThat(deadLetters.find(letter.id())).contains(letter);
    }

    @Test
    void whatWasNeverPutIsNotThere() {
        assertThat(deadLetters().find(Samples.id())).isEmpty();
    }

    @Test
    void theLastOneOfARequestStays() {
        DeadLetters deadLetters = deadLetters();
        RequestId id = Samples.id();
        DeadLetter later = new DeadLetter(Samples.submission(id), 7, Samples.NOON.plusSeconds(1), "It went on.");
        deadLetters.put(Samples.deadLetter(id));

        deadLetters.put(later);

        assertThat(deadLetters.find(id)).contains(later);
    }

    @Test
    void whatIsRemovedIsGone() {
        DeadLetters deadLetters = deadLetters();
        RequestId id = Samples.id();
        deadLetters.put(Samples.deadLetter(id));

        deadLetters.remove(id);
        deadLetters.remove(id);

        assertThat(deadLetters.find(id)).isEmpty();
        assertThat(deadLetters.list(Optional.empty(), DeadLetters.MOST)).doesNotContain(id);
    }

    @Test
    void theyAreListedNewestRequestFirst() {
        DeadLetters deadLetters = deadLetters();
        RequestId next = RequestId.at(Samples.NOON.plusSeconds(1_000_000));
        RequestId newer = RequestId.at(Samples.NOON.plusSeconds(999_999));
        RequestId older = RequestId.at(Samples.NOON.plusSeconds(999_998));
        deadLetters.put(Samples.deadLetter(older));
        deadLetters.put(Samples.deadLetter(newer));

        assertThat(deadLetters.list(Optional.of(next), 2)).containsExactly(newer, older);
        assertThat(deadLetters.list(Optional.of(newer), 1)).containsExactly(older);
        assertThat(deadLetters.list(Optional.empty(), DeadLetters.MOST)).containsSubsequence(newer, older);
    }
}
