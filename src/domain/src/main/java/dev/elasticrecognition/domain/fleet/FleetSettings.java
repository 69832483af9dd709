package dev.elasticrecognition.domain.fleet;

import java.time.Duration;

/**
 * What is set at the start and holds as long as the front end runs.
 *
 * @param hardLimit instances that never are exceeded, whatever operators set, 1 to 1000
 * @param expectedServiceRate requests that an instance answers in a second, until it was measured, above 0
 * @param expectedBootTime from a launch to the first heartbeat, until it was measured, above 0
 * @param bootDeadline how long a boot may take at most, above 0
 * @param silence how long a worker may send no heartbeat, above 0
 * @param leased for how long a silent worker may still hold requests: the queue's visibility timeout, above 0
 * @param drainDeadline how long a drain may take, above 0
 * @param lease how long a leader may be silent, above 0
 */
public record FleetSettings(
        int hardLimit,
        double expectedServiceRate,
        Duration expectedBootTime,
        Duration bootDeadline,
        Duration silence,
        Duration leased,
        Duration drainDeadline,
        Duration lease) {

    public static final String HARD_LIMIT = "elastic.fleet.hard-limit";
    public static final String EXPECTED_SERVICE_RATE = "elastic.fleet.expected-service-rate";
    public static final String EXPECTED_BOOT_TIME = "elastic.fleet.expected-boot-time";
    public static final String BOOT_DEADLINE = "elastic.fleet.boot-deadline";
    public static final String SILENCE = "elastic.fleet.silence";
    public static final String DRAIN_DEADLINE = "elastic.fleet.drain-deadline";
    public static final String LEASE = "elastic.fleet.lease";
    private static final int MOST = 1000;

    public FleetSettings {
        if (hardLimit < 1 || hardLimit > MOST) {
            throw new IllegalArgumentException("%s must be 1 to %d, not %d".formatted(HARD_LIMIT, MOST, hardLimit));
        }
        if (!(expectedServiceRate > 0) || Double.isInfinite(expectedServiceRate)) {
            throw new IllegalArgumentException(
                    "%s must be above 0, not %s".formatted(EXPECTED_SERVICE_RATE, expectedServiceRate));
        }
        requirePositive(EXPECTED_BOOT_TIME, expectedBootTime);
        requirePositive(BOOT_DEADLINE, bootDeadline);
        requirePositive(SILENCE, silence);
        requirePositive("elastic.queue.visibility-timeout", leased);
        requirePositive(DRAIN_DEADLINE, drainDeadline);
        requirePositive(LEASE, lease);
    }

    private static void requirePositive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("%s must be above 0, not %s".formatted(key, value));
        }
    }
}
