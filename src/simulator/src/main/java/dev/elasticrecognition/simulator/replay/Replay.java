package dev.elasticrecognition.simulator.replay;

import dev.elasticrecognition.domain.history.History;
import dev.elasticrecognition.domain.history.Sample;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.simulator.scalers.PolicyScaler;
import dev.elasticrecognition.simulator.site.Conditions;
import dev.elasticrecognition.simulator.site.Outcome;
import dev.elasticrecognition.simulator.site.Simulation;
import dev.elasticrecognition.simulator.workload.Durations;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The traffic of the last hours, as the history has it, to be put through policies: the same arrivals, service and boot
 * times for each. Within the ten seconds of a sample requests arrive by chance, with the same chance for all; service times
 * are as they were measured last, boot times likewise. Each policy begins with the instances that were there then.
 *
 * @param from when it begins
 * @param to when it ends
 */
public record Replay(Instant from, Instant to, Workload workload, Conditions conditions) {

    /** The most requests that are replayed, so that it takes no longer than a second or so; older ones are left out. */
    public static final int MOST_REQUESTS = 50_000;

    private static final double SERVICE_SPREAD = 0.2;
    private static final double BOOT_SPREAD = 0.1;
    private static final Duration SHORTEST_BOOT = Duration.ofMillis(100);
    private static final Duration COUNTER_LAG = Duration.ofSeconds(60);
    private static final Duration DESCRIBE_LAG = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration VISIBILITY_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MINIMUM_BILL = Duration.ofMinutes(1);
    private static final long SEED = 1;

    /**
     * A replay of samples.
     *
     * @param samples oldest first
     * @param objective within how much time a request shall be answered, by which every policy is judged
     * @param most instances, whatever a policy wants
     * @return empty if nothing came
     */
    public static Optional<Replay> of(List<Sample> samples, Duration objective, int most) {
        List<Sample> replayed = newest(samples);
        if (replayed.isEmpty()) {
            return Optional.empty();
        }
        Sample first = replayed.get(0);
        Sample last = replayed.get(replayed.size() - 1);
        Instant from = first.at().minus(History.STEP);
        List<Instant> arrivals = arrivals(replayed, from);
        if (arrivals.isEmpty()) {
            return Optional.empty();
        }
        Duration service = Duration.ofNanos(Math.round(1e9 / last.performance().serviceRate()));
        Workload workload = Workload.of("the last hours", arrivals, new Durations(service, SERVICE_SPREAD), SEED);
        return Optional.of(new Replay(from, last.at(), workload, conditions(first, last, service, objective, most)));
    }

    /** What becomes of it under a policy. */
    public Outcome through(ScalingSettings settings) {
        return Simulation.run(workload, conditions, new PolicyScaler(settings.scalingPolicy()), SEED);
    }

    /** When something that happened in simulated time would have happened. */
    public Instant real(Instant simulated) {
        return from.plus(Duration.between(Workload.START, simulated));
    }

    /** As many of the newest samples as have no more requests than are replayed. */
    private static List<Sample> newest(List<Sample> samples) {
        double requests = 0;
        int start = samples.size();
        while (start > 0 && requests + requestsOf(samples.get(start - 1)) <= MOST_REQUESTS) {
            start--;
            requests += requestsOf(samples.get(start));
        }
        return samples.subList(start, samples.size());
    }

    private static double requestsOf(Sample sample) {
        return sample.arrivals() * History.STEP.toSeconds();
    }

    /** What a sample has in fractions of a request comes with a later one; the sum is rounded. */
    private static List<Instant> arrivals(List<Sample> samples, Instant from) {
        Random random = new Random(SEED);
        List<Instant> arrivals = new ArrayList<>();
        double due = 0.5;
        for (Sample sample : samples) {
            Instant start =
                    Workload.START.plus(Duration.between(from, sample.at().minus(History.STEP)));
            due += requestsOf(sample);
            for (; due >= 1; due--) {
                arrivals.add(start.plusNanos((long) (random.nextDouble() * History.STEP.toNanos())));
            }
        }
        return arrivals;
    }

    private static Conditions conditions(Sample first, Sample last, Duration service, Duration objective, int most) {
        Duration boot = last.performance().bootTime();
        return new Conditions(
                objective,
                new Durations(boot.compareTo(SHORTEST_BOOT) < 0 ? SHORTEST_BOOT : boot, BOOT_SPREAD),
                service,
                Math.min(first.ready() + first.booting(), most),
                most,
                COUNTER_LAG,
                DESCRIBE_LAG,
                HEARTBEAT,
                VISIBILITY_TIMEOUT,
                MINIMUM_BILL,
                Duration.ZERO,
                Conditions.Faults.NONE);
    }
}
