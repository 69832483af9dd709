package dev.elasticrecognition.localcloud.faults;

import java.time.Duration;

/** A fault that only lasts for a time. */
sealed interface Delay extends Fault permits Hidden, Stale, SlowBoot {

    double seconds();

    default Duration time() {
        return Duration.ofMillis(Math.round(seconds() * 1000));
    }
}
