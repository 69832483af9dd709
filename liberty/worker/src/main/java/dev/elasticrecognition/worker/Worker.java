package dev.elasticrecognition.worker;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.messaging.PollLoop;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognizeImage;
import dev.elasticrecognition.domain.recognition.Recognizer;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Polls for requests and answers them, no more at once than it has {@linkplain Permits permits} for, until it is drained.
 */
@ApplicationScoped
public class Worker {

    private static final Logger LOG = System.getLogger(Worker.class.getName());
    private static final int BATCH = 10;
    private static final Duration LONG_POLL = Duration.ofSeconds(20);

    @Inject
    MessageQueue<RecognitionRequest> requests;

    @Inject
    Recognizer recognizer;

    @Inject
    RecognizeImage recognizeImage;

    @Inject
    WorkerSettings settings;

    @Resource
    ManagedExecutorService executor;

    private final PollLoop loop = new PollLoop("the request queue", this::poll);
    private Permits permits;
    private Future<?> polling;

    /** Loads the model and begins to poll. */
    void start() {
        LOG.log(
                Level.INFO,
                "Model {0}, up to {1} images at once",
                recognizer.modelId(),
                Integer.toString(settings.concurrency()));
        permits = new Permits(settings.concurrency());
        polling = executor.submit(loop);
    }

    /** Receives nothing more and waits, for a bounded time, for what is being worked on. */
    void drain() throws InterruptedException {
        if (polling == null) {
            return;
        }
        loop.stop();
        polling.cancel(true);
        boolean drained = permits.drain(settings.drainDeadline());
        LOG.log(Level.INFO, drained ? "Drained" : "The drain deadline has passed; what is unfinished will come again");
    }

    private void poll() throws InterruptedException {
        int taken = permits.take(BATCH);
        int begun = 0;
        try {
            List<Lease<RecognitionRequest>> leases = requests.receive(taken, LONG_POLL);
            for (Lease<RecognitionRequest> lease : leases) {
                executor.execute(() -> answer(lease));
                begun++;
            }
        } finally {
            permits.giveBack(taken - begun);
        }
    }

    private void answer(Lease<RecognitionRequest> lease) {
        try {
            recognizeImage.answer(lease);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Request %s will come again".formatted(lease.message().id()),
                    e);
        } finally {
            permits.giveBack(1);
        }
    }
}
