package dev.elasticrecognition.client.load;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * What came of a load, of the requests that were to start after the warm-up. Times are in seconds.
 *
 * @param warmUp how many requests don't count
 * @param sent how many do
 * @param answered of which so many got their labels
 * @param failed how many were accepted, or perhaps accepted, and got none, by reason
 * @param refused how many were not accepted, by reason
 * @param seconds from the end of the warm-up to the last end
 * @param lastAnswer from the beginning of the load to the last answer; 0 if there was none
 * @param latest how much after its intended start a request was sent at most
 * @param latency of the answered ones
 */
record Figures(
        long warmUp,
        long sent,
        long answered,
        Map<String, Long> failed,
        Map<String, Long> refused,
        double seconds,
        double lastAnswer,
        double latest,
        Latency latency) {

    static Figures of(List<Sample> all, long warmUp) {
        List<Sample> counted =
                all.stream().filter(sample -> sample.intended() >= warmUp).toList();
        List<Sample> answered = counted.stream().filter(Sample::isAnswered).toList();
        return new Figures(
                all.size() - counted.size(),
                counted.size(),
                answered.size(),
                byReason(counted, Outcome.Kind.FAILED),
                byReason(counted, Outcome.Kind.REFUSED),
                Math.max(0, lastEnd(counted) - warmUp) / 1e9,
                lastEnd(answered) / 1e9,
                counted.stream()
                                .mapToLong(sample -> sample.sent() - sample.intended())
                                .max()
                                .orElse(0)
                        / 1e9,
                Latency.of(answered));
    }

    /** Answers in a second. */
    double throughput() {
        return seconds == 0 ? 0 : answered / seconds;
    }

    private static long lastEnd(List<Sample> samples) {
        return samples.stream().mapToLong(Sample::ended).max().orElse(0);
    }

    private static Map<String, Long> byReason(List<Sample> samples, Outcome.Kind kind) {
        return samples.stream()
                .map(Sample::outcome)
                .filter(outcome -> outcome.kind() == kind)
                .collect(Collectors.groupingBy(Outcome::reason, TreeMap::new, Collectors.counting()));
    }

    /** Latencies in seconds, right within a thousandth; all 0 if there were no answers. */
    record Latency(double mean, double p50, double p90, double p99, double p999, double max) {

        private static final int DIGITS = 3;
        private static final double MICROS = 1e6;

        static Latency of(Collection<Sample> answered) {
            Histogram histogram = new Histogram(DIGITS);
            answered.forEach(sample -> histogram.recordValue(Math.max(0, sample.latency() / 1000)));
            return new Latency(
                    histogram.getMean() / MICROS,
                    at(50, histogram),
                    at(90, histogram),
                    at(99, histogram),
                    at(99.9, histogram),
                    histogram.getMaxValue() / MICROS);
        }

        private static double at(double percentile, Histogram histogram) {
            return histogram.getValueAtPercentile(percentile) / MICROS;
        }
    }
}
