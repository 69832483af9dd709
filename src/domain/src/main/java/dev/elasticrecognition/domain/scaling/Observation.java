package dev.elasticrecognition.domain.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /**
     * How long each booting instance still needs, 0 or more, if it boots as usual. One that has been booting for one and a
     * half boot times is overdue: nobody can count on it, and it isn't among them.
     */
    public List<Duration> remainingBoots() {
        Duration boot = performance.bootTime();
        Duration overdue = boot.multipliedBy(3).dividedBy(2);
        return supply.bootAges().stream()
                .filter(age -> age.compareTo(overdue) < 0)
                .map(age -> age.compareTo(boot) < 0 ? boot.minus(age) : Duration.ZERO)
                .toList();
    }

    /** The same, if at least so many requests are to be answered. */
    public Observation withWork(int least) {
        Demand more = new Demand(demand.queue(), Math.max(demand.unanswered(), least), demand.oldest());
        return new Observation(at, more, traffic, performance, supply);
    }
}
