package dev.elasticrecognition.domain.fleet;

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

    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;
    private Instant until = Instant.EPOCH;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
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
        Duration bound = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration capped = bound.compareTo(longest) > 0 ? longest : bound;
        failures++;
        until = now.plusMillis(random.nextLong(capped.toMillis() / 2, capped.toMillis() + 1));
    }

    void succeeded() {
        failures = 0;
        until = Instant.EPOCH;
    }
}
