package dev.elasticrecognition.domain.fleet;

import java.time.Instant;
import java.util.Objects;

/**
 * The order to an instance's worker to take no more requests, finish and report, so that it can be ended.
 *
 * @param instance whose worker it is
 * @param since when it was ordered
 * @param deadline when the instance is ended in any case
 * @param why for the operator
 */
public record Drain(String instance, Instant since, Instant deadline, String why) {

    public Drain {
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(why, "why");
    }
}
