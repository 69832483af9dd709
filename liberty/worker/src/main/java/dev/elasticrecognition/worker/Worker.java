package dev.elasticrecognition.worker;

import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FollowLeader;
import dev.elasticrecognition.domain.fleet.Heartbeats;
import dev.elasticrecognition.domain.fleet.OwnInstance;
import dev.elasticrecognition.domain.fleet.ReportWorker;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognizeImage;
import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.telemetry.Tracing;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

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

    @Inject
    MessageQueue<RecognitionRequest> requests;

    @Inject
    Recognizer recognizer;

    @Inject
    RecognizeImage recognizeImage;

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
    private ExecutorService answerers;
    private ScheduledExecutorService follower;
    private AnswerRequests answering;
    private Future<?> following;
    private CompletableFuture<Void> reported;

    /** Loads the model, and begins to report and to follow the leader, who has it begin to receive. */
    void start() {
        String model = recognizer.modelId();
        String instance = instance();
        LOG.log(Level.INFO, "Worker of {0}: model {1}, up to {2} images at once", instance, model, concurrency());
        answerers = Executors.newCachedThreadPool(threads);
        follower = Executors.newSingleThreadScheduledExecutor(threads);
        var answer = tracing.answering(recognizeImage::answer);
        answering = new AnswerRequests(requests, answer, settings.concurrency(), answerers, clock, this::end);
        FollowLeader leader = leader(instance, model);
        reported = answering.drained().thenRunAsync(() -> reportDrained(leader), follower);
        following = follower.scheduleWithFixedDelay(
                leader::step, 0, settings.ledgerCheck().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Drains, and then ends the server and its process. It doesn't wait for that. */
    void end() {
        new Thread(this::drainAndExit, "end of the worker").start();
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
        following.cancel(true);
        follower.shutdown();
        answerers.shutdown();
    }

    private void drainAndExit() {
        try {
            drain();
        } finally {
            System.exit(0);
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

    private static boolean isDoneWithin(Duration patience, CompletableFuture<Void> future) {
        return future.thenApply(done -> true)
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
