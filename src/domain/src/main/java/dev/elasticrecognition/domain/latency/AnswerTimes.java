package dev.elasticrecognition.domain.latency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Remembers how long the answers of the last minute took. Safe for use by several threads. */
public final class AnswerTimes {

    /** How long an answer is remembered, give or take a few seconds. */
    public static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final Duration SLICE = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Deque<Slice> slices = new ArrayDeque<>();

    public AnswerTimes(InstantSource clock) {
        this.clock = clock;
    }

    /** An answer came just now. */
    public synchronized void note(Duration took) {
        present().counts.merge(LatencyHistogram.index(took), 1L, Long::sum);
    }

    /** The answers of the last minute. */
    public synchronized LatencyHistogram lately() {
        forgetOldOnes();
        Map<Integer, Long> sums = new HashMap<>();
        slices.forEach(slice -> slice.counts.forEach((index, count) -> sums.merge(index, count, Long::sum)));
        return LatencyHistogram.of(sums);
    }

    private Slice present() {
        forgetOldOnes();
        Instant now = clock.instant();
        if (slices.isEmpty() || !now.isBefore(slices.peekLast().start.plus(SLICE))) {
            slices.addLast(new Slice(now));
        }
        return slices.peekLast();
    }

    private void forgetOldOnes() {
        Instant forgotten = clock.instant().minus(REMEMBERED);
        while (!slices.isEmpty() && !slices.peekFirst().start.isAfter(forgotten)) {
            slices.removeFirst();
        }
    }

    /** The answers of a few seconds. */
    private static final class Slice {

        private final Instant start;
        private final Map<Integer, Long> counts = new HashMap<>();

        Slice(Instant start) {
            this.start = start;
        }
    }
}
