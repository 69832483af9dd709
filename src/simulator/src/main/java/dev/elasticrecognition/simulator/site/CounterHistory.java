package dev.elasticrecognition.simulator.site;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;

/** The queue's counts as they were. Whoever reads them sees them as they were some time ago, at random up to the lag. */
final class CounterHistory {

    private final TreeMap<Instant, Counters> counts = new TreeMap<>();
    private final Duration lag;
    private final Random random;

    CounterHistory(Duration lag, Random random) {
        this.lag = lag;
        this.random = random;
    }

    void record(Instant at, Counters counters) {
        counts.put(at, counters);
    }

    Counters read(Instant now) {
        Instant at = now.minusNanos((long) (lag.toNanos() * random.nextDouble()));
        var found = counts.floorEntry(at);
        return found == null ? new Counters(0, 0) : found.getValue();
    }
}
