package dev.elasticrecognition.domain.fleet;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a request has to expect.
 *
 * @param answerAt when it will probably be answered; empty if no instance will do so
 * @param ahead how many requests are to be answered before it or with it, 0 or more
 * @param capacity whether somebody is there to answer it
 */
public record Prospect(Optional<Instant> answerAt, int ahead, Capacity capacity) {

    public Prospect {
        Objects.requireNonNull(answerAt, "answerAt");
        Objects.requireNonNull(capacity, "capacity");
        if (ahead < 0) {
            throw new IllegalArgumentException("Requests ahead are 0 or more, not " + ahead);
        }
    }

    /** Whether somebody is there to answer requests. */
    public enum Capacity {
        /** An instance works. */
        READY,
        /** None works yet; some boot, or will be launched. */
        STARTING,
        /** None works, and none will be launched: the fleet is paused or bounded to none, or its boots fail. */
        NONE
    }
}
