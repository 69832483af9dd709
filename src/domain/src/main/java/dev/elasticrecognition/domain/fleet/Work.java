package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.util.Objects;

/**
 * What a worker is doing and has done. Sums count since it started.
 *
 * @param inProgress requests that it holds, 0 or more
 * @param done requests that it answered, 0 or more
 * @param saturated for how long it worked on as many requests as keep it busy, 0 or more
 * @param doneSaturated requests that it answered in that time, 0 or more
 * @param waited how long the request that it received last had waited in the queue, by the queue's clock
 */
public record Work(int inProgress, long done, Duration saturated, long doneSaturated, Duration waited) {

    public Work {
        Objects.requireNonNull(saturated, "saturated");
        Objects.requireNonNull(waited, "waited");
    }
}
