package dev.elasticrecognition.domain.scaling;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the operator can set while the service runs.
 *
 * @param policy what the need is found by
 * @param minimum instances that are always there, 0 or more
 * @param maximum the most instances, the minimum or more
 * @param objective within how much time a request shall be answered, 100 ms to 1 h; for the latency objective
 * @param headroom spare capacity in square roots of the load, 0 to 10, 1 is usual; for the latency objective
 * @param backlogPerInstance requests that one instance is trusted with, 1 to 1,000,000; for backlog per instance
 * @param scaleInWindow how long a need counts in full before capacity is given back bit by bit, 0 to 1 h
 * @param warmPool how many instances are stopped, not terminated, when they aren't needed, to start faster, 0 to 20
 */
public record ScalingSettings(
        Policy policy,
        int minimum,
        int maximum,
        Duration objective,
        double headroom,
        int backlogPerInstance,
        Duration scaleInWindow,
        int warmPool) {

    private static final Duration SHORTEST_OBJECTIVE = Duration.ofMillis(100);
    private static final Duration LONGEST_OBJECTIVE = Duration.ofHours(1);
    private static final int MOST_BACKLOG = 1_000_000;
    private static final int MOST_WARM = 20;

    /** What the need is found by. */
    public enum Policy {
        /** {@link LatencyObjective} */
        LATENCY_OBJECTIVE,
        /** {@link BacklogPerInstance} */
        BACKLOG_PER_INSTANCE,
        /** {@link BacklogPerInstance} with one request for each instance, the rule of the course. */
        INSTANCE_PER_REQUEST;

        /**
         * The policy with a name such as {@code latency-objective}.
         *
         * @throws InvalidSetting if there is none
         */
        public static Policy named(String name) {
            return Arrays.stream(values())
                    .filter(policy -> policy.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidSetting("policy", "must be one of " + Arrays.toString(values())));
        }

        /** Its name, as in {@code latency-objective}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ScalingSettings {
        require(policy != null, "policy", "must be there");
        require(minimum >= 0, "minimum", "must be 0 or more");
        require(maximum >= minimum, "maximum", "must not be below the minimum");
        require(isWithin(objective, SHORTEST_OBJECTIVE, LONGEST_OBJECTIVE), "objective", "must be PT0.1S to PT1H");
        require(headroom >= 0 && headroom <= 10, "headroom", "must be 0 to 10");
        require(
                backlogPerInstance >= 1 && backlogPerInstance <= MOST_BACKLOG,
                "backlogPerInstance",
                "must be 1 to 1000000");
        require(isWithin(scaleInWindow, Duration.ZERO, RecentNeeds.HORIZON), "scaleInWindow", "must be PT0S to PT1H");
        require(warmPool >= 0 && warmPool <= MOST_WARM, "warmPool", "must be 0 to 20");
    }

    /**
     * These settings, if they keep to a limit that is above them.
     *
     * @throws InvalidSetting if the maximum is above it
     */
    public ScalingSettings within(int hardLimit) {
        require(maximum <= hardLimit, "maximum", "must not be above the hard limit of " + hardLimit);
        return this;
    }

    /** The policy that these settings describe. */
    public ScalingPolicy scalingPolicy() {
        return bounded(new KeptForAWindow(scaleInWindow, maximum, rule()));
    }

    /** Somebody's fixed number, within the bounds. */
    public ScalingPolicy fixed(int instances, String said) {
        return bounded(new FixedCapacity(instances, said));
    }

    private ScalingPolicy bounded(ScalingPolicy inner) {
        return new WithinBounds(minimum, maximum, new HeldWhileUnknown(inner));
    }

    private ScalingPolicy rule() {
        return switch (policy) {
            case LATENCY_OBJECTIVE -> new LatencyObjective(objective, headroom);
            case BACKLOG_PER_INSTANCE -> new BacklogPerInstance(backlogPerInstance);
            case INSTANCE_PER_REQUEST -> new BacklogPerInstance(1);
        };
    }

    private static boolean isWithin(Duration value, Duration least, Duration most) {
        return value != null && value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static void require(boolean holds, String setting, String rule) {
        if (!holds) {
            throw new InvalidSetting(setting, rule);
        }
    }
}
