package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Counts a worker's requests, and measures for how long the worker was the bottleneck.
 *
 * <p>It is saturated while it works on as many requests at least as keep it busy. When one of them is done, fetching the next takes a moment;
 * a machine pays that for each request, so the moment belongs to the saturated time, provided that the next request was
 * waiting in the queue all the while. If it wasn't, the worker had to wait for it and that time says nothing of the worker.
 *
 * <p>Safe for use by several threads.
 */
public final class WorkMeter {

    private final int enough;
    private final InstantSource clock;

    private int inProgress;
    private int stalled;
    private long done;
    private Duration waited = Duration.ZERO;
    private Duration saturated = Duration.ZERO;
    private long doneSaturated;

    /** Up to when the saturated time is counted; empty while there is none to be counted. */
    private Optional<Instant> countedTo = Optional.empty();

    private long doneSince;

    /** @param enough how many requests keep the worker busy, 1 or more */
    public WorkMeter(int enough, InstantSource clock) {
        this.enough = enough;
        this.clock = clock;
    }

    /**
     * A request was received.
     *
     * @param itWaited how long it had waited in the queue
     */
    public synchronized void begin(Duration itWaited) {
        Instant now = clock.instant();
        countedTo = countedTo.filter(since -> itWaited.compareTo(Duration.between(since, now)) >= 0);
        waited = itWaited;
        inProgress++;
        if (isSaturated()) {
            count(now);
        }
    }

    /**
     * A request is no longer held.
     *
     * @param answered whether it was answered
     */
    public synchronized void end(boolean answered) {
        if (answered) {
            done++;
            doneSince++;
        }
        if (isSaturated()) {
            count(clock.instant());
        }
        inProgress--;
    }

    /** A request that is held waits for a store or a queue that doesn't answer, which says nothing of the worker. */
    public synchronized void stall() {
        if (isSaturated()) {
            count(clock.instant());
        }
        stalled++;
    }

    /** A request that was stalled is worked on again. */
    public synchronized void resume() {
        stalled--;
        countedTo = Optional.empty();
        if (isSaturated()) {
            count(clock.instant());
        }
    }

    public synchronized Work work() {
        if (isSaturated()) {
            count(clock.instant());
        }
        return new Work(inProgress, done, saturated, doneSaturated, waited);
    }

    private boolean isSaturated() {
        return inProgress - stalled >= enough;
    }

    private void count(Instant now) {
        countedTo.ifPresent(since -> {
            saturated = saturated.plus(Duration.between(since, now));
            doneSaturated += doneSince;
        });
        countedTo = Optional.of(now);
        doneSince = 0;
    }
}
