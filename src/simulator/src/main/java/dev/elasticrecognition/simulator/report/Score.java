package dev.elasticrecognition.simulator.report;

import dev.elasticrecognition.simulator.site.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A contender's outcomes of several trials, put together: waits are pooled, costs and counts averaged.
 *
 * @param name the contender's
 * @param p50 the wait that half of the requests didn't exceed, and so on
 * @param max the longest wait of all trials
 * @param inTime the share answered within the objective, 0 to 1
 * @param hours instance-hours billed
 * @param ratio of those to the pure work, 1 at best
 * @param launches instances launched
 * @param busyKills instances ended while they worked, in all trials
 * @param unanswered requests never answered, in all trials
 */
public record Score(
        String name,
        Duration p50,
        Duration p95,
        Duration p99,
        Duration max,
        double inTime,
        double hours,
        double ratio,
        double launches,
        int busyKills,
        int unanswered) {

    /** Sums up at least one outcome. */
    public static Score of(String name, List<Outcome> outcomes) {
        List<Duration> waits = outcomes.stream()
                .flatMap(outcome -> outcome.waits().stream())
                .sorted()
                .toList();
        return new Score(
                name,
                Outcome.percentile(waits, 0.5),
                Outcome.percentile(waits, 0.95),
                Outcome.percentile(waits, 0.99),
                Outcome.percentile(waits, 1),
                outcomes.stream().mapToInt(Outcome::answeredInTime).sum() / (double) waits.size(),
                mean(outcomes.stream()
                        .mapToDouble(outcome -> outcome.instanceTime().toNanos() / 3.6e12)),
                mean(outcomes.stream().mapToDouble(Outcome::ratio)),
                mean(outcomes.stream().mapToDouble(Outcome::launches)),
                outcomes.stream().mapToInt(Outcome::busyKills).sum(),
                outcomes.stream().mapToInt(Outcome::unanswered).sum());
    }

    private static double mean(DoubleStream values) {
        return values.average().orElseThrow();
    }
}
