package dev.elasticrecognition.domain.access;

import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param idle without use, 10 s to 1 day
 * @param lifetime in all, from {@code idle} to 30 days
 */
public record SessionSettings(Duration idle, Duration lifetime) {

    public static final String IDLE = "elastic.access.session-idle";
    public static final String LIFETIME = "elastic.access.session-lifetime";

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_IDLE = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** @throws IllegalArgumentException if one of them is out of range */
    public SessionSettings {
        require(IDLE, idle, SHORTEST, LONGEST_IDLE);
        require(LIFETIME, lifetime, idle, LONGEST);
    }

    private static void require(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s must be %s to %s, not %s".formatted(key, least, most, value));
        }
    }
}
