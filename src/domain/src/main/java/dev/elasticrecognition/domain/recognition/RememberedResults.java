package dev.elasticrecognition.domain.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the results that were read last from a store, as far as they are {@linkplain RecognitionResult#isFinal final}.
 * Safe for use by several threads.
 */
public final class RememberedResults implements ResultStore {

    private final ResultStore store;
    private final Map<RequestId, RecognitionResult> remembered;

    /** @param capacity the most results to remember, 0 or more; of more, the longest unasked ones are forgotten */
    public RememberedResults(ResultStore store, int capacity) {
        this.store = store;
        this.remembered = new Recent(capacity);
    }

    @Override
    public RecognitionResult putOnce(RecognitionResult result) {
        return store.putOnce(result);
    }

    @Override
    public Optional<RecognitionResult> find(RequestId id) {
        Optional<RecognitionResult> known = remembered(id);
        return known.isPresent() ? known : remember(store.find(id));
    }

    @Override
    public List<RequestId> list(Optional<RequestId> after, int atMost) {
        return store.list(after, atMost);
    }

    @Override
    public List<RequestId> listFailed(Optional<RequestId> after, int atMost) {
        return store.listFailed(after, atMost);
    }

    private Optional<RecognitionResult> remembered(RequestId id) {
        synchronized (remembered) {
            return Optional.ofNullable(remembered.get(id));
        }
    }

    private Optional<RecognitionResult> remember(Optional<RecognitionResult> found) {
        synchronized (remembered) {
            found.filter(RecognitionResult::isFinal).ifPresent(result -> remembered.put(result.id(), result));
        }
        return found;
    }

    private static final class Recent extends LinkedHashMap<RequestId, RecognitionResult> {

        private static final long serialVersionUID = 1L;

        private final int capacity;

        Recent(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<RequestId, RecognitionResult> eldest) {
            return size() > capacity;
        }
    }
}
