package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.util.List;
import java.util.Optional;
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

    @Test
    void requestsWithAResultAreListedNewestFirst() {
        ResultStore store = store();
        RequestId next = RequestId.at(Samples.NOON.plusSeconds(1_000_000));
        RequestId newer = RequestId.at(Samples.NOON.plusSeconds(999_999));
        RequestId older = RequestId.at(Samples.NOON.plusSeconds(999_998));
        store.putOnce(Samples.recognized(older, "zebra"));
        store.putOnce(Samples.failed(newer));

        assertThat(store.list(Optional.of(next), 2)).isEqualTo(List.of(newer, older));
        assertThat(store.list(Optional.of(newer), 1)).isEqualTo(List.of(older));
        assertThat(store.list(Optional.empty(), 1000)).contains(newer, older);
        assertThat(store.listFailed(Optional.of(next), 1)).isEqualTo(List.of(newer));
        assertThat(store.listFailed(Optional.empty(), 1000)).doesNotContain(older);
    }
}
