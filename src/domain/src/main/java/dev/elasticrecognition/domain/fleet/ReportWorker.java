package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sends a worker's heartbeats: at once when its state has changed, and otherwise once in each period. */
public final class ReportWorker {

    private final String instance;
    private final String modelId;
    private final Follower worker;
    private final Heartbeats heartbeats;
    private final Duration period;
    private final InstantSource clock;

    private long beat;
    private Instant sentAt = Instant.MIN;
    private Optional<WorkerState> sent = Optional.empty();

    /**
     * @param instance the instance that the worker runs on
     * @param modelId the model that it answers with
     * @param period the longest time between two heartbeats
     */
    public ReportWorker(
            String instance,
            String modelId,
            Follower worker,
            Heartbeats heartbeats,
            Duration period,
            InstantSource clock) {
        this.instance = instance;
        this.modelId = modelId;
        this.worker = worker;
        this.heartbeats = heartbeats;
        this.period = period;
        this.clock = clock;
        // An instance that is stopped and started has a new worker, whose beats shall go on growing.
        this.beat = clock.instant().toEpochMilli();
    }

    String instance() {
        return instance;
    }

    /** Whether anybody can know of this worker. */
    boolean hasReported() {
        return sent.isPresent();
    }

    /** Sends a heartbeat if it's time. */
    void report() {
        // The state is asked first: one that is drained then holds nothing afterwards.
        WorkerState state = worker.state();
        Instant now = clock.instant();
        if (isDue(state, now)) {
            heartbeats.send(heartbeat(state, worker.work()));
            sent = Optional.of(state);
            sentAt = now;
        }
    }

    private boolean isDue(WorkerState state, Instant now) {
        return !sent.equals(Optional.of(state)) || !now.isBefore(sentAt.plus(period));
    }

    private Heartbeat heartbeat(WorkerState state, Work work) {
        beat++;
        return new Heartbeat(
                instance,
                beat,
                state,
                work.inProgress(),
                work.done(),
                work.saturated(),
                work.doneSaturated(),
                work.waited(),
                modelId);
    }
}
