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
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Answers requests as long as its leader wants it to: {@link AnswerRequests}, led by {@link FollowLeader}. */
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
    WorkerSettings settings;

    @Inject
    OwnInstance ownInstance;

    @Inject
    Heartbeats heartbeats;

    @Inject
    SharedDocument<FleetLedger> ledger;

    @Resource
    ManagedScheduledExecutorService executor;

    private final InstantSource clock = InstantSource.system();
    private AnswerRequests answering;
    private Future<?> following;
    private CompletableFuture<Void> reported;

    /** Loads the model, and begins to report and to follow the leader, who has it begin to receive. */
    void start() {
        String model = recognizer.modelId();
        String instance = instance();
        LOG.log(Level.INFO, "Worker of {0}: model {1}, up to {2} images at once", instance, model, concurrency());
        answering = new AnswerRequests(
                requests, recognizeImage, settings.concurrency(), executor, clock, Exit.UNNEEDED::begin);
        FollowLeader leader = leader(instance, model);
        reported = answering.drained().thenRunAsync(() -> reportDrained(leader), executor);
        following = executor.scheduleWithFixedDelay(
                leader::step, 0, settings.ledgerCheck().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Receives nothing more, waits for a bounded time for what is being worked on, and reports that it is done. */
    void drain() {
        answering.drain();
        if (!isDoneWithin(settings.drainDeadline(), answering.drained())) {
            LOG.log(Level.WARNING, "The drain deadline has passed; what is unfinished will come again");
        } else if (!isDoneWithin(LAST_REPORT, reported)) {
            LOG.log(Level.WARNING, "The control bucket doesn't answer in time; this worker's end isn't reported");
        }
        following.cancel(false);
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
