package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.deadletters.GivenUpResults;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Results in memory. */
public final class InMemoryResultStore implements ResultStore, GivenUpResults {

    private final NavigableMap<RequestId, RecognitionResult> results = new ConcurrentSkipListMap<>();
    private final NavigableSet<RequestId> maybeFailed = new ConcurrentSkipListSet<>();

    @Override
    public RecognitionResult putOnce(RecognitionResult result) {
        if (result instanceof Failed) {
            maybeFailed.add(result.id());
        }
        RecognitionResult earlier = results.putIfAbsent(result.id(), result);
        return earlier == null ? result : earlier;
    }

    @Override
    public Optional<RecognitionResult> find(RequestId id) {
        return Optional.ofNullable(results.get(id));
    }

    @Override
    public List<RequestId> list(Optional<RequestId> after, int atMost) {
        return listed(results.navigableKeySet(), after, atMost);
    }

    @Override
    public List<RequestId> listFailed(Optional<RequestId> after, int atMost) {
        return listed(maybeFailed, after, atMost);
    }

    @Override
    public Optional<RecognitionResult> reopen(RequestId id) {
        RecognitionResult present = results.computeIfPresent(id, (any, result) -> result.isFinal() ? result : null);
        if (present == null) {
            maybeFailed.remove(id);
        }
        return Optional.ofNullable(present);
    }

    private static List<RequestId> listed(NavigableSet<RequestId> ids, Optional<RequestId> after, int atMost) {
        return after.map(id -> ids.tailSet(id, false)).orElse(ids).stream()
                .limit(atMost)
                .toList();
    }
}
