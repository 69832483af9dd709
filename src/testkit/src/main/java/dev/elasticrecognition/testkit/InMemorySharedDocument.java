package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.fleet.SharedDocument;
import java.util.Optional;

/**
 * A shared document in memory. Its tags count the writes.
 *
 * @param <T> what the document says
 */
public final class InMemorySharedDocument<T> implements SharedDocument<T> {

    private Optional<Version<T>> current = Optional.empty();
    private long writes;

    @Override
    public synchronized Optional<Version<T>> read() {
        return current;
    }

    @Override
    public synchronized Optional<Version<T>> write(T value, Optional<Version<T>> read) {
        if (!read.map(Version::tag).equals(current.map(Version::tag))) {
            return current.filter(present -> present.value().equals(value));
        }
        writes++;
        current = Optional.of(new Version<>(value, Long.toString(writes)));
        return current;
    }
}
