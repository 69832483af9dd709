package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.messaging.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a result, for a bounded time and without a thread. The announcement on the response queue ends the wait at
 * once; because announcements may be lost, or go to another front end, the store is asked now and then as well.
 */
public final class AwaitResult {

    private static final Logger LOG = System.getLogger(AwaitResult.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final AwaitedResults awaited;
    private final ResultStore results;
    private final ScheduledExecutorService scheduler;

    public AwaitResult(AwaitedResults awaited, ResultStore results, ScheduledExecutorService scheduler) {
        this.awaited = awaited;
        this.results = results;
        this.scheduler = scheduler;
    }

    /**
     * Asks, and waits for the answer. The wait begins before the question is asked, so that no answer is too quick to be
     * noticed.
     *
     * @param id the request whose result is waited for
     * @param patience how long to wait, more than zero
     * @param question sends the request, or does nothing if it was sent before; what it throws ends the wait and is thrown
     * @return completes with the result, or with nothing when there was none in time
     */
    public CompletionStage<Optional<RecognitionResult>> await(RequestId id, Duration patience, Runnable question) {
        CompletableFuture<RecognitionResult> arrival = awaited.await(id);
        try {
            question.run();
        } catch (RuntimeException notAsked) {
            awaited.forget(id, arrival);
            throw notAsked;
        }
        long period = Math.min(LOOK_EVERY.toMillis(), patience.toMillis());
        ScheduledFuture<?> looks =
                scheduler.scheduleWithFixedDelay(() -> look(id), period, period, TimeUnit.MILLISECONDS);
        return arrival.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((result, ended) -> {
                    looks.cancel(false);
                    awaited.forget(id, arrival);
                });
    }

    private void look(RequestId id) {
        try {
            results.find(id).ifPresent(awaited::arrived);
        } catch (Unavailable away) {
            LOG.log(Level.DEBUG, "The next look, or the announcement, may bring more", away);
        }
    }
}
