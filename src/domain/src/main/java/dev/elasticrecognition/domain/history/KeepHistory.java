package dev.elasticrecognition.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Sees to it that no restart of a front end tears a hole into the history: the leader writes down each minute what it saw,
 * and a front end that starts reads what was written down before. It reads once more a little later, for the minute that
 * the leader had not written down yet.
 *
 * <p>Not safe for use by several threads.
 */
public final class KeepHistory {

    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_RECALLS = Duration.ofMinutes(2);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final int RECALLS = 2;

    private final History history;
    private final SampleLog log;
    private final InstantSource clock;

    private int recalls;
    private Instant recalledAt = Instant.EPOCH;
    private Instant writtenTo = Instant.EPOCH;
    private Instant sweptAt = Instant.EPOCH;

    public KeepHistory(History history, SampleLog log, InstantSource clock) {
        this.history = history;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Reads and writes what is due; call it every few seconds.
     *
     * @param leading whether this front end leads, and so writes for all
     */
    public void keep(boolean leading) {
        Instant now = clock.instant();
        recall(now);
        if (!leading) {
            writtenTo = now.minus(BETWEEN_WRITES);
            return;
        }
        if (!now.isBefore(writtenTo.plus(BETWEEN_WRITES))) {
            write(now);
        }
        sweep(now);
    }

    /**
     * Writes down the rest; call it when this front end stops.
     *
     * @param leading whether it led
     */
    public void end(boolean leading) {
        if (leading) {
            write(clock.instant());
        }
    }

    private void recall(Instant now) {
        if (recalls < RECALLS && !now.isBefore(recalledAt.plus(BETWEEN_RECALLS))) {
            history.recall(log.since(recalls == 0 ? now.minus(History.KEPT) : recalledAt.minus(BETWEEN_RECALLS)));
            recalls++;
            recalledAt = now;
        }
    }

    /** A new leader repeats the minute that the last one may have left out; what is there twice counts once. */
    private void write(Instant now) {
        Instant start =
                writtenTo.isBefore(now.minus(BETWEEN_WRITES.multipliedBy(2))) ? now.minus(BETWEEN_WRITES) : writtenTo;
        List<Sample> samples = history.complete(start, now);
        if (!samples.isEmpty()) {
            log.add(now, samples);
        }
        writtenTo = now;
    }

    private void sweep(Instant now) {
        if (!now.isBefore(sweptAt.plus(BETWEEN_SWEEPS))) {
            log.forgetBefore(now.minus(History.KEPT));
            sweptAt = now;
        }
    }
}
