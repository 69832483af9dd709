package dev.elasticrecognition.domain.scaling;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Tells when the last of the requests that are to be answered will probably have its answer. Each instance answers <i>μ</i>
 * requests per second from the moment <i>s</i> on from which it works: the ready ones from now on, the booting ones when
 * their boot is over, and those that the policy will launch a boot after their launch. With <i>s₁ ≤ s₂ ≤ …</i> and <i>Q</i>
 * requests, the last answer comes after
 *
 * <p><i>t = max(minₖ (Q/μ + s₁ + … + sₖ)/k, s₁ + 1/μ)</i>
 *
 * <p>The first part solves <i>μ Σ max(0, t − sᵢ) = Q</i>: the minimum is where those that work by then are summed, and no
 * others. The second says that many instances make no single request faster than one does.
 *
 * @param now what was observed; all of its work is answered before or with the request that is asked about
 * @param desiredCapacity how many instances there will be as soon as they are launched, 0 or more
 * @param untilLaunch when those are launched that are missing, 0 or more
 */
public record AnswerEstimate(Observation now, int desiredCapacity, Duration untilLaunch) {

    public AnswerEstimate {
        Objects.requireNonNull(now, "now");
        if (desiredCapacity < 0) {
            throw new IllegalArgumentException("A desired capacity is 0 or more, not " + desiredCapacity);
        }
        if (untilLaunch.isNegative()) {
            throw new IllegalArgumentException("A launch comes in 0 or more, not " + untilLaunch);
        }
    }

    /**
     * The time from now until the answer.
     *
     * @return empty if it can't be told: the queue or the cloud couldn't be asked, or no instance is ready, boots or will
     *     be launched
     */
    public Optional<Duration> untilAnswered() {
        double[] starts = starts();
        if (!now.demand().isKnown() || !now.supply().known() || starts.length == 0) {
            return Optional.empty();
        }
        double alone = starts[0] + 1 / now.performance().serviceRate();
        return Optional.of(duration(Math.max(together(starts), alone)));
    }

    private double together(double[] starts) {
        double sum = now.demand().work() / now.performance().serviceRate();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < starts.length; i++) {
            sum += starts[i];
            least = Math.min(least, sum / (i + 1));
        }
        return least;
    }

    /** When each instance begins to work, in seconds from now, the first first. */
    private double[] starts() {
        int missing = Math.max(0, desiredCapacity - now.supply().capacity());
        double launched = seconds(untilLaunch.plus(now.performance().bootTime()));
        DoubleStream ready = DoubleStream.generate(() -> 0).limit(now.supply().ready());
        DoubleStream booting = now.remainingBoots().stream().mapToDouble(AnswerEstimate::seconds);
        DoubleStream launching = DoubleStream.generate(() -> launched).limit(missing);
        return DoubleStream.concat(ready, DoubleStream.concat(booting, launching))
                .sorted()
                .toArray();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
