package dev.elasticrecognition.localcloud.faults;

import java.util.Optional;

/** An instance is pending for a while before it boots. */
record SlowBoot(double seconds, Optional<Integer> times, Optional<Double> share) implements Delay {

    SlowBoot {
        Checks.requireTime(seconds);
        Checks.requireOccasions(times, share);
    }
}
