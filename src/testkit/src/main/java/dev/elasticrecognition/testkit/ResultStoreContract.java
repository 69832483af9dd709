package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of results keeps. */
public abstract class ResultStoreContract {

    protected abstract ResultStore store();

    @Test
    void aSuccessIsFoundAsItWasPut() {
        ResultStore store = store();
        RecognitionResult result = Samples.recognized(Samples.id(), "zebra");

        assertThat(store.putOnce(result)).isEqualTo(result);

        assertThat(store.find(result.id())).contains(result);
    }

    @Test
    void aFailureIsFoundAsItWasPut() {
        ResultStore store = store();
        RecognitionResult result = Samples.failed(Samples.id());

        store.putOnce(result);

        assertThat(store.find(result.id())).contains(result);
    }

    @Test
    void aRequestWithoutResultHasNone() {
        assertThat(store().find(Samples.id())).isEmpty();
    }

    @Test
    void theFirstResultStaysHoweverManyFollow() {
        ResultStore store = store();
        RequestId id = Samples.id();
        RecognitionResult first = store.putOnce(Samples.recognized(id, "zebra"));

        RecognitionResult answer = store.putOnce(Samples.recognized(id, "tench"));

        assertThat(answer).isEqualTo(first);
        assertThat(store.find(id)).contains(first);
    }

    @Test
    void ofResultsPutAtOnceAllCallersSeeTheSameOne() {
        ResultStore store = store();
        RequestId id = Samples.id();

        long different = IntStream.range(0, 8)
                .parallel()
                .mapToObj(racer -> store.putOnce(Samples.recognized(id, "label " + racer)))
                .distinct()
                .count();

        assertThat(different).isEqualTo(1);
    }
}
