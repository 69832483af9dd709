package dev.elasticrecognition.domain.fleet;

import java.util.Objects;
import java.util.Optional;

/**
 * One document that several processes read and write, each only over the version that it has read. What is read is what
 * was written last, at once and everywhere.
 *
 * @param <T> what the document says, an immutable value
 */
public interface SharedDocument<T> {

    /** The document as it is now; empty if it was never written. */
    Optional<Version<T>> read();

    /**
     * Writes the document if it still is as it was read. A write that is repeated finds itself done.
     *
     * @param read the version that is written over; empty to write the first
     * @return what is there now, which says what was to be written; empty if something else was written meanwhile, and
     *     then nothing is left of this write
     */
    Optional<Version<T>> write(T value, Optional<Version<T>> read);

    /**
     * A document at one moment.
     *
     * @param value what it says
     * @param tag differs from the tag of every version that says something else
     */
    record Version<T>(T value, String tag) {

        public Version {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(tag, "tag");
        }
    }
}
