package dev.elasticrecognition.localcloud.faults;

import java.util.Optional;

/** An instance that was launched is not seen at first: it is in no list, and its id does not exist. */
record Hidden(double seconds, Optional<Integer> times, Optional<Double> share) implements Delay {

    Hidden {
        Checks.requireTime(seconds);
        Checks.requireOccasions(times, share);
    }
}
