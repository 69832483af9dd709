package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.messaging.DoublingPause;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Waits longer after each failure in a row: a random time up to a bound that doubles ("full jitter").
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And
 *     Jitter</a>
 */
final class Backoff {

    private final DoublingPause bounds;
    private final RandomGenerator random;
    private int failures;
    private Instant until = Instant.EPOCH;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.bounds = new DoublingPause(first, longest);
        this.random = random;
    }

    boolean allows(Instant now) {
        return !now.isBefore(until);
    }

    /** When the next attempt is allowed. */
    Instant until() {
        return until;
    }

    void failed(Instant now) {
        failures++;
        long bound = bounds.after(failures).toMillis();
        until = now.plusMillis(random.nextLong(bound / 2, bound + 1));
    }

    void succeeded() {
        failures = 0;
        until = Instant.EPOCH;
    }
}
