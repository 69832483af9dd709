package dev.elasticrecognition.domain.deadletters;

import dev.elasticrecognition.domain.recognition.Listing;
import java.util.Optional;
import java.util.OptionalInt;

/** Knows how many dead letters there are, as of the last count. Safe for use by several threads. */
public final class CountDeadLetters {

    private final DeadLetters deadLetters;
    private volatile OptionalInt latest = OptionalInt.empty();

    public CountDeadLetters(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Counts them now. */
    public int count() {
        int count = 0;
        Listing<?> all = new Listing<>(deadLetters::list, id -> id, Optional.empty());
        while (all.hasNext()) {
            all.next();
            count++;
        }
        latest = OptionalInt.of(count);
        return count;
    }

    /** How many there were when they were counted last; empty if they weren't yet. */
    public OptionalInt latest() {
        return latest;
    }
}
