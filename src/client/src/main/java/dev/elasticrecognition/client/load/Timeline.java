package dev.elasticrecognition.client.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What happened in each step of the time that a load took, all on one axis.
 *
 * <p>{@code at} is when a step begins, in seconds. Of the requests: {@code arrivals} that were to start in it and {@code answers}
 * that came in it, per second; {@code p50}, {@code p90}, {@code p99} and {@code max}, in seconds, of the answers to those that were to
 * start in it; {@code underWay}, those without an end at its end. Of the fleet, as it was last seen in the step: {@code queue} and
 * {@code unanswered} requests; {@code desired}, {@code pending}, {@code ready}, {@code draining} and {@code terminating} instances. What
 * isn't known is null.
 *
 * @param step the length of a step in seconds
 * @param columns by their names, equally long
 */
record Timeline(double step, Map<String, List<Double>> columns) {

    private static final int MOST_STEPS = 600;
    private static final int[] LENGTHS = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600};
    private static final long SECOND = 1_000_000_000;

    static Timeline of(List<Sample> samples, List<FleetWatch.Seen> seen) {
        long end = Math.max(
                samples.stream().mapToLong(Sample::ended).max().orElse(0),
                seen.stream().mapToLong(FleetWatch.Seen::at).max().orElse(0));
        int length = length(end);
        int steps = step(end, length) + 1;
        Map<String, List<Double>> columns = new LinkedHashMap<>();
        columns.put(
                "at",
                IntStream.range(0, steps)
                        .mapToObj(step -> (double) step * length)
                        .toList());
        putRequests(columns, samples, steps, length);
        if (!seen.isEmpty()) {
            putFleet(columns, seen, steps, length);
        }
        return new Timeline(length, Collections.unmodifiableMap(columns));
    }

    private static void putRequests(Map<String, List<Double>> columns, List<Sample> samples, int steps, int length) {
        long[] arrivals = new long[steps];
        long[] answers = new long[steps];
        long[] ends = new long[steps];
        List<List<Sample>> answered = new ArrayList<>();
        IntStream.range(0, steps).forEach(step -> answered.add(new ArrayList<>()));
        for (Sample sample : samples) {
            arrivals[step(sample.intended(), length)]++;
            ends[step(sample.ended(), length)]++;
            if (sample.isAnswered()) {
                answers[step(sample.ended(), length)]++;
                answered.get(step(sample.intended(), length)).add(sample);
            }
        }
        columns.put("arrivals", rates(arrivals, length));
        columns.put("answers", rates(answers, length));
        List<Figures.Latency> latencies = answered.stream()
                .map(some -> some.isEmpty() ? null : Figures.Latency.of(some))
                .toList();
        columns.put("p50", column(latencies, Figures.Latency::p50));
        columns.put("p90", column(latencies, Figures.Latency::p90));
        columns.put("p99", column(latencies, Figures.Latency::p99));
        columns.put("max", column(latencies, Figures.Latency::max));
        columns.put("underWay", underWay(arrivals, ends));
    }

    private static void putFleet(Map<String, List<Double>> columns, List<FleetWatch.Seen> seen, int steps, int length) {
        List<FleetSight> last = new ArrayList<>(Collections.nCopies(steps, null));
        seen.forEach(one -> last.set(step(one.at(), length), one.sight()));
        List<FleetSight> queues = last.stream()
                .map(sight -> sight == null || sight.queue().isEmpty() ? null : sight)
                .toList();
        columns.put("queue", column(queues, sight -> sight.queue().orElseThrow()));
        columns.put("unanswered", column(last, FleetSight::unanswered));
        columns.put("desired", column(last, FleetSight::desired));
        columns.put("pending", column(last, FleetSight::pending));
        columns.put("ready", column(last, FleetSight::ready));
        columns.put("draining", column(last, FleetSight::draining));
        columns.put("terminating", column(last, FleetSight::terminating));
    }

    /** The shortest with which there aren't too many steps. */
    private static int length(long end) {
        return IntStream.of(LENGTHS)
                .filter(length -> step(end, length) < MOST_STEPS)
                .findFirst()
                .orElse(LENGTHS[LENGTHS.length - 1]);
    }

    private static int step(long at, int length) {
        return Math.toIntExact(at / (length * SECOND));
    }

    private static List<Double> rates(long[] counts, int length) {
        return IntStream.range(0, counts.length)
                .mapToObj(step -> (double) counts[step] / length)
                .toList();
    }

    private static List<Double> underWay(long[] begun, long[] ended) {
        List<Double> column = new ArrayList<>();
        long now = 0;
        for (int step = 0; step < begun.length; step++) {
            now += begun[step] - ended[step];
            column.add((double) now);
        }
        return column;
    }

    private static <T> List<Double> column(List<T> rows, ToDoubleFunction<T> member) {
        List<Double> column = new ArrayList<>();
        rows.forEach(row -> column.add(row == null ? null : (Double) member.applyAsDouble(row)));
        return column;
    }
}
