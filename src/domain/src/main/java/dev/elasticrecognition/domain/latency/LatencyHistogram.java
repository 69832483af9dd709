package dev.elasticrecognition.domain.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many answers took how long. The buckets are the same everywhere, so histograms of several processes can be added up
 * without loss, and each is so much longer than the one before that any percentile is right within 5 %. After Masson, Rim
 * and Lee, "DDSketch: A Fast and Fully-Mergeable Quantile Sketch with Relative-Error Guarantees", VLDB 2019.
 *
 * @param buckets those that aren't empty, the shortest times first
 */
public record LatencyHistogram(List<Bucket> buckets) {

    public static final LatencyHistogram NONE = new LatencyHistogram(List.of());

    private static final double ACCURACY = 0.05;
    private static final double GROWTH = (1 + ACCURACY) / (1 - ACCURACY);

    /** Holds all that take 14 days, the longest that a queue keeps a request, and longer. */
    static final int LAST = 210;

    public LatencyHistogram {
        buckets = List.copyOf(buckets);
    }

    /** All that was counted in this one and in the other. */
    public LatencyHistogram plus(LatencyHistogram other) {
        Map<Integer, Long> sums = new TreeMap<>();
        buckets.forEach(bucket -> sums.merge(bucket.index(), bucket.count(), Long::sum));
        other.buckets.forEach(bucket -> sums.merge(bucket.index(), bucket.count(), Long::sum));
        List<Bucket> all = new ArrayList<>();
        sums.forEach((index, count) -> all.add(new Bucket(index, count)));
        return new LatencyHistogram(all);
    }

    /** How many answers were counted. */
    public long count() {
        return buckets.stream().mapToLong(Bucket::count).sum();
    }

    /**
     * The time that a share of the answers doesn't exceed (nearest rank).
     *
     * @param share above 0, up to 1
     * @return empty if none was counted
     */
    public Optional<Duration> percentile(double share) {
        long rank = (long) Math.ceil(share * count());
        long counted = 0;
        for (Bucket bucket : buckets) {
            counted += bucket.count();
            if (counted >= rank) {
                return Optional.of(bucket.time());
            }
        }
        return Optional.empty();
    }

    /** Empty if no answer was counted. */
    public Optional<Percentiles> percentiles() {
        return percentile(0.5)
                .map(half -> new Percentiles(
                        half, percentile(0.9).orElseThrow(), percentile(0.99).orElseThrow()));
    }

    /** In which bucket a time is counted. */
    static int index(Duration time) {
        double millis = time.toNanos() / 1e6;
        return millis <= 1 ? 0 : (int) Math.min(LAST, Math.ceil(Math.log(millis) / Math.log(GROWTH)));
    }

    /** A histogram from a count for each bucket. */
    static LatencyHistogram of(Map<Integer, Long> counts) {
        return new LatencyHistogram(counts.entrySet().stream()
                .map(count -> new Bucket(count.getKey(), count.getValue()))
                .sorted(Comparator.comparing(Bucket::index))
                .toList());
    }

    /**
     * The answers that took about as long as each other.
     *
     * @param index 0 for up to a millisecond; each next one reaches a tenth further
     * @param count 1 or more
     */
    public record Bucket(int index, long count) {

        public Bucket {
            if (index < 0 || index > LAST || count < 1) {
                throw new IllegalArgumentException("There is no bucket %d with %d answers".formatted(index, count));
            }
        }

        /** The time that is nearest, by proportion, to both ends. */
        Duration time() {
            return Duration.ofNanos(Math.round(2 * Math.pow(GROWTH, index) / (GROWTH + 1) * 1e6));
        }
    }
}
