package dev.elasticrecognition.domain.scaling;

import java.time.Instant;
import java.util.Objects;

/**
 * All that a decision is made from.
 *
 * @param at when it was observed
 * @param demand the work that is there
 * @param traffic what comes and goes
 * @param performance what instances are capable of
 * @param supply the instances that are there or on their way
 */
public record Observation(Instant at, Demand demand, Traffic traffic, Performance performance, Supply supply) {

    public Observation {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(demand, "demand");
        Objects.requireNonNull(traffic, "traffic");
        Objects.requireNonNull(performance, "performance");
        Objects.requireNonNull(supply, "supply");
    }
}
