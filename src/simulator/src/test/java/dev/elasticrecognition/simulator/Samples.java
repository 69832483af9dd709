package dev.elasticrecognition.simulator;

import dev.elasticrecognition.simulator.site.Conditions;
import dev.elasticrecognition.simulator.workload.Durations;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Traffic and conditions that can be reckoned with by hand. */
public final class Samples {

    public static final Duration OBJECTIVE = Duration.ofSeconds(10);
    public static final Duration BOOT = Duration.ofSeconds(60);
    public static final Duration BILL = Duration.ofMinutes(1);

    private Samples() {}

    /** Requests at these seconds, each of which takes so long. */
    public static Workload requests(Duration service, double... seconds) {
        return workload(service, DoubleStream.of(seconds).mapToObj(Samples::at).toList());
    }

    /** So many requests, one each interval, the first after one. */
    public static Workload regular(int number, Duration interval, Duration service) {
        return workload(
                service,
                IntStream.rangeClosed(1, number)
                        .mapToObj(i -> Workload.START.plus(interval.multipliedBy(i)))
                        .toList());
    }

    private static Workload workload(Duration service, List<Instant> arrivals) {
        return Workload.of("by hand", arrivals, Durations.fixed(service), 1);
    }

    public static Instant at(double seconds) {
        return Workload.START.plusNanos((long) (seconds * 1e9));
    }

    public static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    /** No randomness, no lag, no faults: boots take a minute, and twenty instances are the most. */
    public static Conditions exact() {
        return with(Duration.ZERO, Duration.ZERO, 20, Conditions.Faults.NONE);
    }

    public static Conditions withCounterLag(Duration lag) {
        return with(lag, Duration.ZERO, 20, Conditions.Faults.NONE);
    }

    public static Conditions withWarmUp(Duration warmUp) {
        return with(Duration.ZERO, warmUp, 20, Conditions.Faults.NONE);
    }

    public static Conditions withMaximum(int maximum) {
        return with(Duration.ZERO, Duration.ZERO, maximum, Conditions.Faults.NONE);
    }

    public static Conditions with(Conditions.Faults faults) {
        return with(Duration.ZERO, Duration.ZERO, 20, faults);
    }

    private static Conditions with(Duration counterLag, Duration warmUp, int maximum, Conditions.Faults faults) {
        return new Conditions(
                OBJECTIVE,
                Durations.fixed(BOOT),
                Duration.ofMillis(500),
                0,
                maximum,
                counterLag,
                Duration.ZERO,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                BILL,
                warmUp,
                faults);
    }
}
