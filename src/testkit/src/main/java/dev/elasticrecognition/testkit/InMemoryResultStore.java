package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Results in memory. */
public final class InMemoryResultStore implements ResultStore {

    private final Map<RequestId, RecognitionResult> results = new ConcurrentHashMap<>();

    @Override
    public RecognitionResult putOnce(RecognitionResult result) {
        RecognitionResult earlier = results.putIfAbsent(result.id(), result);
        return earlier == null ? result : earlier;
    }

    @Override
    public Optional<RecognitionResult> find(RequestId id) {
        return Optional.ofNullable(results.get(id));
    }
}
