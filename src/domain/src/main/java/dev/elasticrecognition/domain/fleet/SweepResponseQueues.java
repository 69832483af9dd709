package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.recognition.ResponseQueues;
import dev.elasticrecognition.domain.recognition.ResponseQueues.Existing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deletes the response queues of front ends that died. A front end is known by the name of its queue; as long as it lives,
 * it reports.
 */
public final class SweepResponseQueues {

    /** A front end opens its queue first and reports then, within this time. */
    private static final Duration FIRST_REPORT = Duration.ofMinutes(10);

    private final ResponseQueues queues;
    private final FrontReports reports;
    private final InstantSource clock;

    public SweepResponseQueues(ResponseQueues queues, FrontReports reports, InstantSource clock) {
        this.queues = queues;
        this.reports = reports;
        this.clock = clock;
    }

    /** @return the names of the queues that were deleted */
    public List<String> sweep() {
        Instant old = clock.instant().minus(FIRST_REPORT);
        List<Existing> candidates = queues.list().stream()
                .filter(queue -> queue.createdAt().isBefore(old))
                .toList();
        Set<String> alive = reports.all().stream().map(FrontReport::front).collect(Collectors.toSet());
        List<String> dead = candidates.stream()
                .map(Existing::name)
                .filter(name -> !alive.contains(name))
                .toList();
        dead.forEach(queues::delete);
        return dead;
    }
}
