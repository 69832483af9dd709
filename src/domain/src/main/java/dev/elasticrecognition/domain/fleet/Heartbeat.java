package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.util.Objects;

/**
 * What a worker reports of itself, every few seconds and whenever its state changes. Sums count since the worker started.
 *
 * @param instance the instance that it runs on
 * @param beat grows with each report, so that a report that was seen before shows
 * @param state what it does
 * @param inProgress requests that it holds, 0 or more
 * @param done requests that it answered, 0 or more
 * @param saturated for how long it worked on as many requests as keep it busy, 0 or more
 * @param doneSaturated requests that it answered in that time, 0 or more: together they tell its service rate
 * @param waited how long the request that it received last had waited in the queue, by the queue's clock
 * @param modelId the model that it answers with
 */
public record Heartbeat(
        String instance,
        long beat,
        WorkerState state,
        int inProgress,
        long done,
        Duration saturated,
        long doneSaturated,
        Duration waited,
        String modelId) {

    public Heartbeat {
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(saturated, "saturated");
        Objects.requireNonNull(waited, "waited");
        Objects.requireNonNull(modelId, "modelId");
    }

    public boolean isBusy() {
        return inProgress > 0;
    }
}
