package dev.elasticrecognition.web.admin;

import java.time.Duration;

/** Durations as numbers, for charts and metrics. */
final class Seconds {

    private Seconds() {}

    static double of(Duration time) {
        return time.toNanos() / 1e9;
    }
}
