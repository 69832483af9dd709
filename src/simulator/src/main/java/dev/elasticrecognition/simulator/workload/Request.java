package dev.elasticrecognition.simulator.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One image to be recognised.
 *
 * @param number tells it from all others, 0 or more
 * @param arrival when it is sent
 * @param service how long an instance works on it, above 0
 */
public record Request(int number, Instant arrival, Duration service) {

    public Request {
        Objects.requireNonNull(arrival, "arrival");
        if (service.isNegative() || service.isZero()) {
            throw new IllegalArgumentException("A service time is above 0, not " + service);
        }
    }
}
