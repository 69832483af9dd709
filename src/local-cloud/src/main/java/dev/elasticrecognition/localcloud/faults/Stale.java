package dev.elasticrecognition.localcloud.faults;

import java.util.Optional;

/** An instance is seen in its old state for a while after each change. */
record Stale(double seconds, Optional<Integer> times, Optional<Double> share) implements Delay {

    Stale {
        Checks.requireTime(seconds);
        Checks.requireOccasions(times, share);
    }
}
