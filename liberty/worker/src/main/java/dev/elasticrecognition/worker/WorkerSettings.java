package dev.elasticrecognition.worker;

import java.time.Duration;

/**
 * How a worker works.
 *
 * @param concurrency messages worked on at once, 1 to 256
 * @param drainDeadline how long a stop waits for them, 0 to 10 min
 */
record WorkerSettings(int concurrency, Duration drainDeadline) {

    static final String CONCURRENCY = "elastic.worker.concurrency";
    static final String DRAIN_DEADLINE = "elastic.worker.drain-deadline";

    WorkerSettings {
        if (concurrency < 1 || concurrency > 256) {
            throw new IllegalArgumentException("%s must be 1 to 256, not %d".formatted(CONCURRENCY, concurrency));
        }
        if (drainDeadline.isNegative() || drainDeadline.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    "%s must be PT0S to PT10M, not %s".formatted(DRAIN_DEADLINE, drainDeadline));
        }
    }
}
