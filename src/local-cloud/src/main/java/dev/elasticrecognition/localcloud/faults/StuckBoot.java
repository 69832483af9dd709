package dev.elasticrecognition.localcloud.faults;

import java.util.Optional;

/** An instance comes up but never gets to its user data. */
record StuckBoot(Optional<Integer> times, Optional<Double> share) implements Fault {

    StuckBoot {
        Checks.requireOccasions(times, share);
    }
}
