package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the last boots took, from the launch to the first heartbeat.
 *
 * @param last oldest first, {@value #KEPT} at most
 */
public record BootTimes(List<Duration> last) {

    static final BootTimes NONE = new BootTimes(List.of());
    private static final int KEPT = 20;
    private static final int ENOUGH = 5;
    private static final Duration SHORTEST_DEADLINE = Duration.ofMinutes(2);

    public BootTimes {
        last = List.copyOf(last);
    }

    BootTimes and(Duration boot) {
        List<Duration> all = new ArrayList<>(last);
        all.add(boot);
        return new BootTimes(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    /** The median; what is expected while there is none. */
    Duration usual(Duration expected) {
        return last.isEmpty()
                ? expected
                : last.stream().sorted().skip(last.size() / 2).findFirst().orElseThrow();
    }

    /** Twice the longest, between two minutes and the given one, which holds until there are enough to judge from. */
    Duration deadline(Duration longest) {
        if (last.size() < ENOUGH) {
            return longest;
        }
        Duration twice = last.stream().max(Duration::compareTo).orElseThrow().multipliedBy(2);
        Duration least = twice.compareTo(SHORTEST_DEADLINE) < 0 ? SHORTEST_DEADLINE : twice;
        return least.compareTo(longest) > 0 ? longest : least;
    }
}
