package dev.elasticrecognition.client.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** Counts how often programs die, to tell an accident from a program that can't live. */
final class Deaths {

    static final int TOO_MANY = 3;
    static final Duration WITHIN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<Role, Deque<Instant>> recent = new EnumMap<>(Role.class);

    Deaths(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one more and says whether these are too many in too short a time. */
    boolean areTooManyWith(Role dead) {
        Instant now = clock.instant();
        Deque<Instant> deaths = recent.computeIfAbsent(dead, role -> new ArrayDeque<>());
        deaths.removeIf(death -> !death.isAfter(now.minus(WITHIN)));
        deaths.add(now);
        return deaths.size() >= TOO_MANY;
    }
}
