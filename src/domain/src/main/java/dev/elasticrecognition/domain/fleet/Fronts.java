package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all front ends together know of their requests. This one's own knowledge is as fresh as it gets; that of the others
 * is fetched every few seconds.
 */
final class Fronts {

    private static final Duration BETWEEN_EXCHANGES = Duration.ofSeconds(5);
    private static final Duration DEAD = Duration.ofSeconds(20);
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private final FrontReports reports;
    private final Pulse pulse = new Pulse();
    private final Map<String, Long> counted = new HashMap<>();
    private List<FrontReport> others = List.of();
    private Instant exchangedAt = Instant.EPOCH;

    Fronts(FrontReports reports) {
        this.reports = reports;
    }

    /** Tells the others of this one, and hears of them, if it's time to. */
    void exchange(FrontReport own, Instant now) {
        if (now.isBefore(exchangedAt.plus(BETWEEN_EXCHANGES))) {
            return;
        }
        exchangedAt = now;
        reports.send(own);
        others = reports.all().stream()
                .filter(report -> !report.front().equals(own.front()))
                .filter(report -> isAlive(report, now))
                .toList();
    }

    /** The reports of those that live. */
    List<FrontReport> with(FrontReport own) {
        return Stream.concat(Stream.of(own), others.stream()).toList();
    }

    /** How many requests were sent since the last call. One that is seen for the first time has sent nothing yet. */
    long newlySent(List<FrontReport> all) {
        long sent = 0;
        for (FrontReport report : all) {
            Long before = counted.put(report.front(), report.sent());
            sent += before == null ? 0 : Math.max(0, report.sent() - before);
        }
        counted.keySet().retainAll(all.stream().map(FrontReport::front).collect(Collectors.toSet()));
        return sent;
    }

    private boolean isAlive(FrontReport report, Instant now) {
        Duration silence = pulse.silence(report.front(), report.beat(), now);
        if (silence.compareTo(FORGOTTEN) > 0) {
            reports.forget(report.front());
        }
        return silence.compareTo(DEAD) < 0;
    }
}
