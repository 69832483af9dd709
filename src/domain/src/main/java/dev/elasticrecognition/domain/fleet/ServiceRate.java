package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Measures how many requests an instance answers in a second: only the time counts during which a worker had as many
 * requests as keep it busy, for otherwise it would be the requests that are slow to come. Older time counts less and less.
 */
final class ServiceRate {

    private static final double ENOUGH_SECONDS = 1;
    private static final double MOST_SECONDS = 120;

    private final Map<String, Heartbeat> last = new HashMap<>();
    private double seconds;
    private double done;

    /**
     * Counts what a worker did since its last heartbeat.
     *
     * @return requests that it answered since then
     */
    long count(Heartbeat heartbeat) {
        Heartbeat before = last.put(heartbeat.instance(), heartbeat);
        if (before == null || before.done() > heartbeat.done()) {
            add(heartbeat.saturated(), heartbeat.doneSaturated());
            return heartbeat.done();
        }
        add(heartbeat.saturated().minus(before.saturated()), heartbeat.doneSaturated() - before.doneSaturated());
        return heartbeat.done() - before.done();
    }

    /** In requests a second; empty before there is enough to judge from. */
    OptionalDouble perSecond() {
        return seconds < ENOUGH_SECONDS || done <= 0 ? OptionalDouble.empty() : OptionalDouble.of(done / seconds);
    }

    /** Forgets all others. */
    void keep(Set<String> these) {
        last.keySet().retainAll(these);
    }

    private void add(Duration time, long requests) {
        seconds += time.toNanos() / 1e9;
        done += requests;
        if (seconds > MOST_SECONDS) {
            done *= MOST_SECONDS / 2 / seconds;
            seconds = MOST_SECONDS / 2;
        }
    }
}
