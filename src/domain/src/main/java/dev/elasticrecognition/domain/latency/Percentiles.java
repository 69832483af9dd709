package dev.elasticrecognition.domain.latency;

import java.time.Duration;
import java.util.Objects;

/**
 * How long answers take, in three numbers.
 *
 * @param p50 what half of the answers don't exceed
 * @param p90 what nine of ten don't exceed
 * @param p99 what 99 of 100 don't exceed
 */
public record Percentiles(Duration p50, Duration p90, Duration p99) {

    public Percentiles {
        Objects.requireNonNull(p50, "p50");
        Objects.requireNonNull(p90, "p90");
        Objects.requireNonNull(p99, "p99");
    }

    /** The higher one of each. */
    public Percentiles orHigher(Percentiles other) {
        return new Percentiles(longer(p50, other.p50), longer(p90, other.p90), longer(p99, other.p99));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
