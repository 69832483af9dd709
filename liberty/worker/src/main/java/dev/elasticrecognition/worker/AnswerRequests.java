package dev.elasticrecognition.worker;

import dev.elasticrecognition.domain.fleet.Follower;
import dev.elasticrecognition.domain.fleet.Work;
import dev.elasticrecognition.domain.fleet.WorkMeter;
import dev.elasticrecognition.domain.fleet.WorkerState;
import dev.elasticrecognition.domain.messaging.DoublingPause;
import dev.elasticrecognition.domain.messaging.KeepLeases;
import dev.elasticrecognition.domain.messaging.KeptLease;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.LeaseLost;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.messaging.PollLoop;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.telemetry.LogFields;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Polls for requests and answers them, as many at once as {@link Pace} says, until it is drained. What was received by then
 * and not begun goes back to the queue at once.
 *
 * <p>While a store or a queue doesn't answer, a request is tried again and again, its lease kept: nothing more is received
 * meanwhile than there are permits for, and no delivery is used up. Whatever else fails goes back to the queue.
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

    private static final DoublingPause PAUSE = new DoublingPause(Duration.ofMillis(500), Duration.ofSeconds(10));

    /** For so long a request is tried again before it goes back. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MessageQueue<RecognitionRequest> requests;
    private final Answering answering;
    private final KeepLeases leases;
    private final Pace pace;
    private final ExecutorService executor;
    private final InstantSource clock;
    private final Runnable end;
    private final Permits permits;
    private final WorkMeter meter;
    private final PollLoop loop = new PollLoop("the request queue", this::poll);
    private volatile Future<?> polling = CompletableFuture.completedFuture(null);

    /**
     * @param leases keeps the leases of what is worked on
     * @param executor has threads for all that is held and for the polls
     * @param end ends this process, without being waited for
     */
    AnswerRequests(
            MessageQueue<RecognitionRequest> requests,
            Answering answering,
            KeepLeases leases,
            Pace pace,
            ExecutorService executor,
            InstantSource clock,
            Runnable end) {
        this.requests = requests;
        this.answering = answering;
        this.leases = leases;
        this.pace = pace;
        this.executor = executor;
        this.clock = clock;
        this.end = end;
        this.permits = new Permits(pace.first());
        this.meter = new WorkMeter(pace.first(), clock);
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
                    KeptLease<RecognitionRequest> kept = leases.keep(lease, () -> permits.giveBack(1));
                    executor.execute(() -> work(kept));
                    begun++;
                }
            }
        } finally {
            permits.giveBack(taken - begun);
        }
    }

    private void work(KeptLease<RecognitionRequest> lease) {
        boolean answered = false;
        meter.begin(lease.waited());
        LogFields.request(lease.message().id());
        try {
            answered = isAnswered(lease);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The request couldn't be given back; it comes again when its lease lapses", e);
        } catch (Error e) {
            answering.broken(e);
            throw e;
        } finally {
            meter.end(answered);
            if (!answered) {
                lease.release();
            }
            LogFields.clear();
        }
    }

    private boolean isAnswered(Lease<RecognitionRequest> lease) throws InterruptedException {
        if (permits.areClosed()) {
            lease.extend(Duration.ZERO);
            return false;
        }
        try {
            RecognitionResult result = answer(lease);
            permits.limit(pace.next(result.timings()));
            return true;
        } catch (LeaseLost e) {
            LOG.log(Level.WARNING, e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The request couldn't be answered and is given back", e);
            return answering.giveBack(lease, e).isPresent();
        }
    }

    private RecognitionResult answer(Lease<RecognitionRequest> lease) throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        for (int failures = 1; ; failures++) {
            try {
                return answering.answer(lease);
            } catch (Unavailable e) {
                if (!clock.instant().isBefore(end) || isDrainedWithin(PAUSE.after(failures))) {
                    throw e;
                }
                LOG.log(Level.INFO, "The request is tried again. {0}", e.getMessage());
            }
        }
    }

    private boolean isDrainedWithin(Duration pause) throws InterruptedException {
        meter.stall();
        try {
            return permits.areClosedWithin(pause.toMillis());
        } finally {
            meter.resume();
        }
    }

    /** What is done with a request: see {@link dev.elasticrecognition.domain.recognition.RecognizeImage}. */
    interface Answering {

        RecognitionResult answer(Lease<RecognitionRequest> lease);

        Optional<RecognitionResult> giveBack(Lease<RecognitionRequest> lease, RuntimeException cause);

        /** This process can't be relied on any more. */
        void broken(Error error);
    }
}
