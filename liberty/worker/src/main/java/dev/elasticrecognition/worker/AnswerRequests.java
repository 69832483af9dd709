package dev.elasticrecognition.worker;

import dev.elasticrecognition.domain.fleet.Follower;
import dev.elasticrecognition.domain.fleet.Work;
import dev.elasticrecognition.domain.fleet.WorkMeter;
import dev.elasticrecognition.domain.fleet.WorkerState;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.messaging.PollLoop;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.telemetry.LogFields;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Polls for requests and answers them, no more at once than there are {@linkplain Permits permits} for, until it is
 * drained. What was received by then and not begun goes back to the queue at once.
 */
final class AnswerRequests implements Follower {

    private static final Logger LOG = System.getLogger(AnswerRequests.class.getName());
    private static final int BATCH = 10;

    /**
     * Short, so that a poll can be let end when it's no longer wanted. If the worker hung up, SQS would still lease the
     * next message to that poll, and nobody would see it until the lease lapses: see aws/aws-sdk-java-v2#1395.
     */
    private static final Duration POLL = Duration.ofSeconds(1);

    /** A poll that takes longer is hung up on: its queue doesn't answer. */
    private static final Duration OVERDUE = Duration.ofSeconds(3);

    private final MessageQueue<RecognitionRequest> requests;
    private final Consumer<Lease<RecognitionRequest>> answer;
    private final ExecutorService executor;
    private final Runnable end;
    private final Permits permits;
    private final WorkMeter meter;
    private final PollLoop loop = new PollLoop("the request queue", this::poll);
    private volatile Future<?> polling = CompletableFuture.completedFuture(null);

    /**
     * @param answer works a request to its end
     * @param concurrency requests that are worked on at once, 1 or more
     * @param executor has threads for all of them and for the polls
     * @param end ends this process, without being waited for
     */
    AnswerRequests(
            MessageQueue<RecognitionRequest> requests,
            Consumer<Lease<RecognitionRequest>> answer,
            int concurrency,
            ExecutorService executor,
            InstantSource clock,
            Runnable end) {
        this.requests = requests;
        this.answer = answer;
        this.executor = executor;
        this.end = end;
        this.permits = new Permits(concurrency);
        this.meter = new WorkMeter(concurrency, clock);
    }

    @Override
    public void receive() {
        polling = executor.submit(loop);
    }

    @Override
    public void drain() {
        loop.stop();
        permits.close();
        CompletableFuture.delayedExecutor(OVERDUE.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(() -> polling.cancel(true));
    }

    /** Is done when it is drained and nothing is held any more. */
    CompletableFuture<Void> drained() {
        return permits.drained();
    }

    @Override
    public void end() {
        end.run();
    }

    @Override
    public WorkerState state() {
        if (!permits.areClosed()) {
            return WorkerState.READY;
        }
        return drained().isDone() ? WorkerState.DRAINED : WorkerState.DRAINING;
    }

    @Override
    public Work work() {
        return meter.work();
    }

    private void poll() throws InterruptedException {
        int taken = permits.take(BATCH);
        int begun = 0;
        try {
            if (taken > 0) {
                for (Lease<RecognitionRequest> lease : requests.receive(taken, POLL)) {
                    executor.execute(() -> work(lease));
                    begun++;
                }
            }
        } finally {
            permits.giveBack(taken - begun);
        }
    }

    private void work(Lease<RecognitionRequest> lease) {
        boolean answered = false;
        meter.begin(lease.waited());
        LogFields.request(lease.message().id());
        try {
            answered = answer(lease);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Request %s will come again".formatted(lease.message().id()),
                    e);
        } finally {
            meter.end(answered);
            permits.giveBack(1);
            LogFields.clear();
        }
    }

    private boolean answer(Lease<RecognitionRequest> lease) {
        if (permits.areClosed()) {
            lease.extend(Duration.ZERO);
            return false;
        }
        answer.accept(lease);
        return true;
    }
}
