package dev.elasticrecognition.localcloud.instances;

import java.time.Instant;
import java.util.Optional;

/**
 * What the data centre is like: how many machines are free, how long they take to boot, and how soon their changes can
 * be seen from outside. {@link #IDEAL} unless somebody asks for worse. Called with the table's monitor held, so nothing
 * here may wait.
 */
public interface Conditions {

    /** Machines enough, booted at once and seen as they are. */
    Conditions IDEAL = new Conditions() {};

    /** What becomes of a pending instance now. */
    enum Boot {
        /** Its user data is executed. */
        NORMAL,
        /** Not yet. */
        LATER,
        /** The machine comes up, but never gets to its user data. */
        STUCK
    }

    /** How many instances the launch can get at most, apart from the quota. */
    default int capacity(LaunchRequest request) {
        return Integer.MAX_VALUE;
    }

    /** Hears of an instance that was launched just now. */
    default void launched(Instance instance) {}

    /** Hears of every change of an instance's state. */
    default void changed(Instance before, Instance after) {}

    /** Whether the pending instance boots now, and how. */
    default Boot boot(Instance pending) {
        return Boot.NORMAL;
    }

    /** When the machine of the instance is taken back, of which the instance is told; empty if nobody wants it back. */
    default Optional<Instant> interruption(String id) {
        return Optional.empty();
    }

    /** The instance as it is seen from outside at this time; empty if it is not seen yet. */
    default Optional<Instance> seen(Instance instance) {
        return Optional.of(instance);
    }
}
