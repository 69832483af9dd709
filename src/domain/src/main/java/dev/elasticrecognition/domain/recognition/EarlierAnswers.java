package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.recognition.RecognitionResult.Recognized;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Knows which pictures came before, so that one that comes again, byte for byte, needn't be looked at again. The tags that
 * the store gives to contents lead to earlier requests; whether such a one is about the same picture, and was answered by
 * a model that is in use, is looked up before it counts. Safe for use by several threads.
 */
public final class EarlierAnswers {

    private final ResultStore results;
    private final SentRequests sent;
    private final Supplier<Set<String>> models;
    private final int capacity;
    private final Map<String, RequestId> byTag;

    /**
     * @param models the ids of the models in use, as far as it is known; no other model's answers are repeated
     * @param capacity the most pictures to remember, 0 or more; of more, the longest unasked ones are forgotten
     */
    public EarlierAnswers(ResultStore results, SentRequests sent, Supplier<Set<String>> models, int capacity) {
        this.results = results;
        this.sent = sent;
        this.models = models;
        this.capacity = capacity;
        this.byTag = new Recent(capacity);
    }

    /** Remembers a picture whose label was asked for. */
    public void remember(StoredImage stored) {
        synchronized (byTag) {
            byTag.putIfAbsent(stored.tag(), stored.id());
        }
    }

    /** Remembers a picture that was answered some time ago, if there is room for it. */
    public void recall(StoredImage stored) {
        synchronized (byTag) {
            if (byTag.size() < capacity) {
                byTag.putIfAbsent(stored.tag(), stored.id());
            }
        }
    }

    /** The earlier answer for the same picture, if there is one to be repeated. */
    Optional<Recognized> find(StoredImage stored, String sha256) {
        RequestId earlier = earlier(stored.tag());
        if (earlier == null || sent.isUnanswered(earlier)) {
            return Optional.empty();
        }
        Optional<Recognized> answer = results.find(earlier)
                .filter(Recognized.class::isInstance)
                .map(Recognized.class::cast)
                .filter(result -> result.image().sha256().equals(sha256))
                .filter(result -> models.get().contains(result.modelId()));
        if (answer.isEmpty()) {
            forget(stored.tag(), earlier);
        }
        return answer;
    }

    private RequestId earlier(String tag) {
        synchronized (byTag) {
            return byTag.get(tag);
        }
    }

    private void forget(String tag, RequestId id) {
        synchronized (byTag) {
            byTag.remove(tag, id);
        }
    }

    private static final class Recent extends LinkedHashMap<String, RequestId> {

        private static final long serialVersionUID = 1L;

        private final int capacity;

        Recent(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RequestId> eldest) {
            return size() > capacity;
        }
    }
}
