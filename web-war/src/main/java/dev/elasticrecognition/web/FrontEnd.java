package dev.elasticrecognition.web;

import dev.elasticrecognition.domain.messaging.PollLoop;
import dev.elasticrecognition.domain.recognition.DeliverResult;
import dev.elasticrecognition.domain.recognition.Foundation;
import dev.elasticrecognition.domain.recognition.ResponseQueue;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;

/**
 * This front end's life: it lays the foundation, opens its response queue, listens there for results until it is
 * stopped, and takes the queue with it.
 */
@ApplicationScoped
public class FrontEnd {

    private static final int BATCH = 10;
    private static final Duration LONG_POLL = Duration.ofSeconds(20);

    @Inject
    Foundation foundation;

    @Inject
    ResponseQueue responses;

    @Inject
    DeliverResult deliverResult;

    @Resource
    ManagedExecutorService executor;

    private final PollLoop loop = new PollLoop("the response queue", this::listen);
    private volatile boolean open;
    private Future<?> listening;

    void start(@Observes Startup startup) {
        listening = executor.submit(loop);
    }

    void stop(@Observes Shutdown shutdown) {
        loop.stop();
        listening.cancel(true);
        if (open) {
            open = false;
            responses.close();
        }
    }

    /** Whether everything that requests need is there. */
    public boolean isReady() {
        return open;
    }

    private void listen() {
        if (!open) {
            foundation.lay();
            responses.open();
            open = true;
        }
        try {
            responses.receive(BATCH, LONG_POLL).forEach(deliverResult::deliver);
        } catch (RuntimeException e) {
            // The next poll looks whether all is still there, before it waits.
            open = false;
            throw e;
        }
    }
}
