package dev.elasticrecognition.domain.history;

import dev.elasticrecognition.domain.latency.Percentiles;
import dev.elasticrecognition.domain.messaging.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How the fleet stood during one step of a chart: what waited, and for how long, at the worst; everything else on the
 * average.
 *
 * @param at when the step begins
 * @param queue the most that was in each state; empty if the queue could never be asked
 * @param unanswered the most requests that front ends waited for
 * @param oldest the longest that one of them had been waiting
 * @param booting instances, and so on
 * @param shadowDesired for the shadow policy, of those moments when there was one; empty if there never was
 * @param arrivals a second, as completions
 * @param answerTimes the highest; of what was answered in any one minute
 */
public record Point(
        Instant at,
        Optional<Backlog> queue,
        int unanswered,
        Optional<Duration> oldest,
        double booting,
        double ready,
        double busy,
        double draining,
        double desired,
        Optional<Double> shadowDesired,
        double arrivals,
        double completions,
        Optional<Percentiles> answerTimes) {

    public Point {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(oldest, "oldest");
        Objects.requireNonNull(shadowDesired, "shadowDesired");
        Objects.requireNonNull(answerTimes, "answerTimes");
    }

    /**
     * Puts samples together, step by step. Steps begin at the same times whenever it's asked, so a chart doesn't flicker.
     *
     * @param step whole seconds, 1 or more
     * @return oldest first; a step without samples has no point
     */
    public static List<Point> of(List<Sample> samples, Duration step) {
        Map<Instant, List<Sample>> byStep = samples.stream()
                .collect(Collectors.groupingBy(sample -> start(sample.at(), step), TreeMap::new, Collectors.toList()));
        return byStep.entrySet().stream()
                .map(some -> of(some.getKey(), some.getValue()))
                .toList();
    }

    /** When the step begins that an instant is in. */
    public static Instant start(Instant at, Duration step) {
        return Instant.ofEpochSecond(at.getEpochSecond() - Math.floorMod(at.getEpochSecond(), step.toSeconds()));
    }

    private static Point of(Instant at, List<Sample> samples) {
        return new Point(
                at,
                samples.stream().flatMap(sample -> sample.queue().stream()).reduce(Point::most),
                samples.stream().mapToInt(Sample::unanswered).max().orElseThrow(),
                samples.stream().flatMap(sample -> sample.oldest().stream()).max(Duration::compareTo),
                mean(samples, Sample::booting),
                mean(samples, Sample::ready),
                mean(samples, Sample::busy),
                mean(samples, Sample::draining),
                mean(samples, Sample::desired),
                shadowDesired(samples),
                mean(samples, Sample::arrivals),
                mean(samples, Sample::completions),
                samples.stream()
                        .flatMap(sample -> sample.answerTimes().stream())
                        .reduce(Percentiles::orHigher));
    }

    private static Backlog most(Backlog one, Backlog other) {
        return new Backlog(
                Math.max(one.visible(), other.visible()),
                Math.max(one.inFlight(), other.inFlight()),
                Math.max(one.delayed(), other.delayed()));
    }

    private static Optional<Double> shadowDesired(List<Sample> samples) {
        List<Sample> shadowed = samples.stream()
                .filter(sample -> sample.shadowDesired().isPresent())
                .toList();
        return shadowed.isEmpty()
                ? Optional.empty()
                : Optional.of(mean(shadowed, sample -> sample.shadowDesired().orElseThrow()));
    }

    private static double mean(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return samples.stream().mapToDouble(value).average().orElseThrow();
    }
}
