package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.deadletters.GivenUpResults;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store keeps that takes results back. */
public abstract class GivenUpResultsContract {

    /** Takes results back from {@link #results}. */
    protected abstract GivenUpResults givenUp();

    protected abstract ResultStore results();

    @Test
    void aRequestThatWasGivenUpIsAsIfItHadNeverHadAResult() {
        RequestId id = Samples.id();
        results().putOnce(Samples.givenUp(id));

        assertThat(givenUp().reopen(id)).isEmpty();

        assertThat(results().find(id)).isEmpty();
        assertThat(results().list(Optional.empty(), ResultStore.MOST)).doesNotContain(id);
        assertThat(results().listFailed(Optional.empty(), ResultStore.MOST)).doesNotContain(id);
    }

    @Test
    void itGetsAnotherResult() {
        RequestId id = Samples.id();
        results().putOnce(Samples.givenUp(id));
        givenUp().reopen(id);
        RecognitionResult answer = Samples.recognized(id, "zebra");

        assertThat(results().putOnce(answer)).isEqualTo(answer);

        assertThat(results().find(id)).contains(answer);
    }

    @Test
    void aFinalResultStays() {
        RecognitionResult success = Samples.recognized(Samples.id(), "zebra");
        RecognitionResult failure = Samples.failed(Samples.id());
        results().putOnce(success);
        results().putOnce(failure);

        assertThat(givenUp().reopen(success.id())).contains(success);
        assertThat(givenUp().reopen(failure.id())).contains(failure);

        assertThat(results().find(success.id())).contains(success);
        assertThat(results().find(failure.id())).contains(failure);
        assertThat(results().listFailed(Optional.empty(), ResultStore.MOST)).contains(failure.id());
    }

    @Test
    void aRequestWithoutResultHasNoneAfterwards() {
        RequestId id = Samples.id();

        assertThat(givenUp().reopen(id)).isEmpty();

        assertThat(results().find(id)).isEmpty();
    }
}
