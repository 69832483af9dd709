package dev.elasticrecognition.simulator.workload;

import java.time.Duration;
import java.util.Random;

/**
 * A log-normal distribution of durations: the median, and how far the others lie from it. Service and boot times have
 * such long tails upwards and none downwards.
 *
 * @param median above 0
 * @param spread the standard deviation of the logarithm, 0 to 3; 0 gives the median always, 0.2 is ordinary
 */
public record Durations(Duration median, double spread) {

    public Durations {
        if (median.isNegative() || median.isZero()) {
            throw new IllegalArgumentException("A median duration is above 0, not " + median);
        }
        if (!(spread >= 0 && spread <= 3)) {
            throw new IllegalArgumentException("A spread is 0 to 3, not " + spread);
        }
    }

    /** Always the same. */
    public static Durations fixed(Duration duration) {
        return new Durations(duration, 0);
    }

    /** The next one. */
    public Duration draw(Random random) {
        double factor = Math.exp(spread * random.nextGaussian());
        return Duration.ofNanos(Math.max(1, Math.round(median.toNanos() * factor)));
    }
}
