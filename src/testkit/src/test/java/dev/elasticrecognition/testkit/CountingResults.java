package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often results are read from a store, one by one. */
class CountingResults implements ResultStore {

    private final ResultStore store;
    private final AtomicInteger reads;

    CountingResults(ResultStore store, AtomicInteger reads) {
        this.store = store;
        this.reads = reads;
    }

    @Override
    public RecognitionResult putOnce(RecognitionResult result) {
        return store.putOnce(result);
    }

    @Override
    public Optional<RecognitionResult> find(RequestId id) {
        reads.incrementAndGet();
        return store.find(id);
    }

    @Override
    public List<RequestId> list(Optional<RequestId> after, int atMost) {
        return store.list(after, atMost);
    }

    @Override
    public List<RequestId> listFailed(Optional<RequestId> after, int atMost) {
        return store.listFailed(after, atMost);
    }
}
