package dev.elasticrecognition.localcloud.faults;

import java.util.List;
import java.util.Optional;

/** What the parts of a plan have to hold. */
final class Checks {

    private static final double MAX_SECONDS = 24 * 60 * 60;

    private Checks() {}

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    static void requireOccasions(Optional<Integer> times, Optional<Double> share) {
        require(times.isEmpty() || times.get() >= 1, "times must be a whole number from 1");
        require(share.isEmpty() || (share.get() > 0 && share.get() <= 1), "share must be over 0 and 1 at most");
    }

    static void requireTime(double seconds) {
        require(seconds > 0 && seconds <= MAX_SECONDS, "seconds must be over 0 and a day at most");
    }

    /** JSON leaves out what it does not say. */
    static List<String> orNone(List<String> names) {
        return names == null ? List.of() : List.copyOf(names);
    }
}
