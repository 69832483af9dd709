package dev.elasticrecognition.worker;

import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FollowLeader;
import dev.elasticrecognition.domain.fleet.Heartbeats;
import dev.elasticrecognition.domain.fleet.OwnInstance;
import dev.elasticrecognition.domain.fleet.ReportWorker;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.fleet.WorkerState;
import dev.elasticrecognition.domain.messaging.KeepLeases;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognizeImage;
import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.domain.recognition.Responses;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.telemetry.Tracing;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Answers requests as long as its leader wants it to: {@link AnswerRequests}, led by {@link FollowLeader}.
 *
 * <p>Both have threads of their own. The server's shared pool has as many as it thinks best for throughput: on a busy
 * machine, requests that were received waited there to be begun, and heartbeats behind them.
 */
@ApplicationScoped
public class Worker {

    private static final Logger LOG = System.getLogger(Worker.class.getName());
    private static final Duration LAST_REPORT = Duration.ofSeconds(1);

    /** As often as AWS advises. */
    private static final Duration INTERRUPTION_CHECK = Duration.ofSeconds(5);

    private static final int DONE = 0;

    /** "Internal software error" of sysexits.h. */
    private static final int BROKEN = 70;

    @Inject
    MessageQueue<RecognitionRequest> requests;

    @Inject
    Recognizer recognizer;

    @Inject
    ImageStore images;

    @Inject
    ResultStore results;

    @Inject
    Responses responses;

    @Inject
    Tracing tracing;

    @Inject
    WorkerSettings settings;

    @Inject
    OwnInstance ownInstance;

    @Inject
    Heartbeats heartbeats;

    @Inject
    SharedDocument<FleetLedger> ledger;

    @Resource
    ManagedThreadFactory threads;

    private final InstantSource clock = InstantSource.system();
    private final List<Future<?>> periodic = new ArrayList<>();
    private final AtomicInteger exit = new AtomicInteger(DONE);
    private ExecutorService answerers;
    private ScheduledExecutorService follower;
    private ScheduledExecutorService keeper;
    private AnswerRequests answering;
    private RecognizeImage recognizeImage;
    private Function<Lease<RecognitionRequest>, RecognitionResult> answer;
    private CompletableFuture<Void> reported;

    /** Loads the model, and begins to report and to follow the leader, who has it begin to receive. */
    void start() {
        String model = recognizer.modelId();
        String instance = instance();
        LOG.log(Level.INFO, "Worker of {0}: model {1}, up to {2} images at once", instance, model, concurrency());
        answerers = Executors.newCachedThreadPool(threads);
        follower = Executors.newSingleThreadScheduledExecutor(threads);
        keeper = Executors.newSingleThreadScheduledExecutor(threads);
        recognizeImage = recognizeImage();
        answer = tracing.answering(recognizeImage::answer);
        KeepLeases leases = new KeepLeases(settings.visibilityTimeout(), answerers, clock);
        Pace pace = new Pace(Runtime.getRuntime().availableProcessors(), settings.concurrency());
        answering = new AnswerRequests(requests, new Answers(), leases, pace, answerers, clock, this::end);
        FollowLeader leader = leader(instance, model);
        reported = answering.drained().thenRunAsync(() -> reportDrained(leader), follower);
        every(leases.period(), keeper, () -> leases.extend().forEach(answerers::execute));
        every(settings.ledgerCheck(), follower, leader::step);
        if (settings.instance().isEmpty()) {
            every(INTERRUPTION_CHECK, keeper, () -> answerers.execute(this::endIfInterrupted));
        }
    }

    /** Drains, and then ends the server and its process. It doesn't wait for that. */
    void end() {
        new Thread(this::drainAndExit, "end of the worker").start();
    }

    /** As {@link #end}, because this worker is of no more use. */
    private void endBroken(String why) {
        if (exit.getAndSet(BROKEN) == DONE) {
            LOG.log(Level.ERROR, "This worker takes no more requests and ends: {0}", why);
            end();
        }
    }

    /**
     * Receives nothing more, waits for a bounded time for what is being worked on, and reports that it is done. When it
     * has done so, it does nothing.
     */
    synchronized void drain() {
        if (follower.isShutdown()) {
            return;
        }
        answering.drain();
        if (!isDoneWithin(settings.drainDeadline(), answering.drained())) {
            LOG.log(Level.WARNING, "The drain deadline has passed; what is unfinished will come again");
        } else if (!isDoneWithin(LAST_REPORT, reported)) {
            LOG.log(Level.WARNING, "The control bucket doesn't answer in time; this worker's end isn't reported");
        }
        periodic.forEach(task -> task.cancel(true));
        follower.shutdown();
        keeper.shutdown();
        answerers.shutdown();
    }

    private void drainAndExit() {
        try {
            drain();
        } finally {
            System.exit(exit.get());
        }
    }

    private RecognizeImage recognizeImage() {
        Recognizer limited = new TimeLimitedRecognizer(
                recognizer,
                settings.timeLimit(),
                answerers,
                () -> endBroken("a picture took too long, and work on it goes on"));
        return new RecognizeImage(
                tracing.images(images),
                tracing.recognizer(limited),
                tracing.results(results),
                tracing.responses(responses),
                settings.maxReceives(),
                clock);
    }

    private void endIfInterrupted() {
        if (answering.state() == WorkerState.READY && ownInstance.isToBeInterrupted()) {
            LOG.log(Level.INFO, "This instance is about to be interrupted");
            end();
        }
    }

    private FollowLeader leader(String instance, String model) {
        ReportWorker reporter = new ReportWorker(instance, model, answering, heartbeats, settings.heartbeat(), clock);
        return new FollowLeader(reporter, ledger, answering, settings.endWithoutLeader(), clock);
    }

    private static void reportDrained(FollowLeader leader) {
        LOG.log(Level.INFO, "Drained");
        leader.step();
    }

    private String instance() {
        try {
            return settings.instance().orElseGet(ownInstance::id);
        } catch (Unavailable e) {
            throw new IllegalStateException(
                    "This seems to be no EC2 instance; a worker elsewhere is named by %s"
                            .formatted(WorkerSettings.INSTANCE),
                    e);
        }
    }

    private String concurrency() {
        return Integer.toString(settings.concurrency());
    }

    private void every(Duration period, ScheduledExecutorService timer, Runnable task) {
        periodic.add(timer.scheduleWithFixedDelay(task, 0, period.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static boolean isDoneWithin(Duration patience, CompletableFuture<Void> future) {
        return future.thenApply(done -> true)
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private final class Answers implements AnswerRequests.Answering {

        @Override
        public RecognitionResult answer(Lease<RecognitionRequest> lease) {
            return answer.apply(lease);
        }

        @Override
        public Optional<RecognitionResult> giveBack(Lease<RecognitionRequest> lease, RuntimeException cause) {
            if (!(cause instanceof Unavailable)) {
                checkModel();
            }
            return recognizeImage.giveBack(lease, cause);
        }

        private void checkModel() {
            try {
                recognizer.check();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "The model fails whatever the picture", e);
                endBroken("the model can't be used any more");
            }
        }

        @Override
        public void broken(Error error) {
            endBroken(error.toString());
        }
    }
}
