package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells who still beats. Silence is the time during which somebody looked and saw the same beat: a time in which nobody
 * could look, because the store was away or this process slept, is nobody's silence.
 */
final class Pulse {

    /** The most that one look adds. */
    private static final Duration LOOK = Duration.ofSeconds(6);

    private final Map<String, Seen> seen = new HashMap<>();

    /**
     * Notes a beat that was seen.
     *
     * @return for how long it has been the last one
     */
    Duration silence(String who, long beat, Instant now) {
        Seen next = after(seen.get(who), beat, now);
        seen.put(who, next);
        return next.silence();
    }

    /** Forgets all others. */
    void keep(Set<String> these) {
        seen.keySet().retainAll(these);
    }

    private static Seen after(Seen before, long beat, Instant now) {
        if (before == null || before.beat() != beat) {
            return new Seen(beat, now, Duration.ZERO);
        }
        Duration passed = Duration.between(before.at(), now);
        return new Seen(beat, now, before.silence().plus(passed.compareTo(LOOK) > 0 ? LOOK : passed));
    }

    private record Seen(long beat, Instant at, Duration silence) {}
}
