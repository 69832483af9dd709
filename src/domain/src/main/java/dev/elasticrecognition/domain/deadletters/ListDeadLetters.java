package dev.elasticrecognition.domain.deadletters;

import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.Together;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Lists the dead letters, newest request first, page by page. Safe for use by several threads. */
public final class ListDeadLetters {

    private final DeadLetters deadLetters;
    private final Executor readers;

    /** @param readers read several at a time; none of its tasks waits for another */
    public ListDeadLetters(DeadLetters deadLetters, Executor readers) {
        this.deadLetters = deadLetters;
        this.readers = readers;
    }

    /**
     * Lists some.
     *
     * @param after begins with the next older one; empty to begin with the newest
     * @param atMost 1 to {@link DeadLetters#MOST}
     */
    public Page page(Optional<RequestId> after, int atMost) {
        List<RequestId> ids = deadLetters.list(after, atMost);
        List<DeadLetter> letters = Together.map(ids, deadLetters::find, readers).stream()
                .flatMap(Optional::stream)
                .toList();
        Optional<RequestId> last = ids.size() < atMost ? Optional.empty() : Optional.of(ids.get(atMost - 1));
        return new Page(letters, last.filter(this::hasOlder));
    }

    private boolean hasOlder(RequestId id) {
        return !deadLetters.list(Optional.of(id), 1).isEmpty();
    }

    /**
     * Some dead letters.
     *
     * @param letters newest request first
     * @param next after which request it goes on; empty if these were the oldest
     */
    public record Page(List<DeadLetter> letters, Optional<RequestId> next) {

        public Page {
            letters = List.copyOf(letters);
            Objects.requireNonNull(next, "next");
        }
    }
}
