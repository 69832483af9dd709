package dev.elasticrecognition.worker;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a worker works.
 *
 * @param concurrency the most messages held at once, 1 to 256
 * @param timeLimit how long a picture may be worked on, 1 s to 12 h
 * @param visibilityTimeout of the request queue, 1 s to 12 h
 * @param maxReceives after how many deliveries the request queue puts a message aside, 1 to 1000
 * @param drainDeadline how long a stop waits for them, 0 to 10 min
 * @param heartbeat the longest time between two heartbeats, 100 ms to 1 min
 * @param ledgerCheck how often the ledger is read, 100 ms to 1 min
 * @param endWithoutLeader for how long a worker without leader and work goes on, 1 s to 1 day
 * @param instance the id of its instance; empty to ask the instance itself
 */
record WorkerSettings(
        int concurrency,
        Duration timeLimit,
        Duration visibilityTimeout,
        int maxReceives,
        Duration drainDeadline,
        Duration heartbeat,
        Duration ledgerCheck,
        Duration endWithoutLeader,
        Optional<String> instance) {

    static final String CONCURRENCY = "elastic.worker.concurrency";
    static final String TIME_LIMIT = "elastic.worker.time-limit";
    static final String VISIBILITY_TIMEOUT = "elastic.queue.visibility-timeout";
    static final String MAX_RECEIVES = "elastic.queue.max-receives";
    static final String DRAIN_DEADLINE = "elastic.worker.drain-deadline";
    static final String HEARTBEAT = "elastic.worker.heartbeat";
    static final String LEDGER_CHECK = "elastic.worker.ledger-check";
    static final String END_WITHOUT_LEADER = "elastic.worker.end-without-leader";
    static final String INSTANCE = "elastic.worker.instance";

    private static final Duration OFTEN = Duration.ofMillis(100);

    WorkerSettings {
        Objects.requireNonNull(instance, "instance");
        if (concurrency < 1 || concurrency > 256) {
            throw new IllegalArgumentException("%s must be 1 to 256, not %d".formatted(CONCURRENCY, concurrency));
        }
        if (maxReceives < 1 || maxReceives > 1000) {
            throw new IllegalArgumentException("%s must be 1 to 1000, not %d".formatted(MAX_RECEIVES, maxReceives));
        }
        requireBetween(TIME_LIMIT, timeLimit, Duration.ofSeconds(1), Duration.ofHours(12));
        requireBetween(VISIBILITY_TIMEOUT, visibilityTimeout, Duration.ofSeconds(1), Duration.ofHours(12));
        requireBetween(DRAIN_DEADLINE, drainDeadline, Duration.ZERO, Duration.ofMinutes(10));
        requireBetween(HEARTBEAT, heartbeat, OFTEN, Duration.ofMinutes(1));
        requireBetween(LEDGER_CHECK, ledgerCheck, OFTEN, Duration.ofMinutes(1));
        requireBetween(END_WITHOUT_LEADER, endWithoutLeader, Duration.ofSeconds(1), Duration.ofDays(1));
        if (instance.filter(id -> !id.matches("[A-Za-z0-9-]{1,64}")).isPresent()) {
            throw new IllegalArgumentException(
                    "%s must match [A-Za-z0-9-]{1,64}, unlike '%s'".formatted(INSTANCE, instance.get()));
        }
    }

    private static void requireBetween(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s must be %s to %s, not %s".formatted(key, least, most, value));
        }
    }
}
