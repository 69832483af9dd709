package dev.elasticrecognition.web;

import dev.elasticrecognition.domain.access.AppointOperator;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.PollLoop;
import dev.elasticrecognition.domain.recognition.DeliverResult;
import dev.elasticrecognition.domain.recognition.Foundation;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.ResponseQueue;
import dev.elasticrecognition.domain.recognition.Together;
import dev.elasticrecognition.telemetry.LogFields;
import dev.elasticrecognition.telemetry.Tracing;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * This front end's life: it lays the foundation, makes the operator's password if there is none, opens its response
 * queue, listens there for results until it is stopped, and takes the queue with it.
 */
@ApplicationScoped
public class FrontEnd {

    private static final Logger LOG = System.getLogger(FrontEnd.class.getName());
    private static final int BATCH = 10;
    private static final Duration LONG_POLL = Duration.ofSeconds(20);

    @Inject
    Foundation foundation;

    @Inject
    AppointOperator appointOperator;

    @Inject
    ResponseQueue responses;

    @Inject
    DeliverResult deliverResult;

    @Inject
    Tracing tracing;

    @Resource
    ManagedExecutorService executor;

    private final PollLoop loop = new PollLoop("the response queue", this::listen);
    private Consumer<Lease<RecognitionResult>> delivery;
    private volatile boolean open;
    private volatile Future<?> listening;

    void start(@Observes Startup startup) {
        delivery = tracing.delivering(deliverResult::deliver);
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

    /** Whether the response queue is open and answers. */
    public boolean isReady() {
        return open;
    }

    /** Whether somebody listens for results, or tries to. */
    public boolean isListening() {
        return listening != null && !listening.isDone();
    }

    private static void tell(String password) {
        LOG.log(Level.INFO, "The operator''s password is {0}; it is not shown again.", password);
    }

    private void deliver(Lease<RecognitionResult> lease) {
        LogFields.request(lease.message().id());
        try {
            delivery.accept(lease);
        } finally {
            LogFields.clear();
        }
    }

    private void listen() {
        if (!open) {
            foundation.lay();
            appointOperator.appoint().ifPresent(FrontEnd::tell);
            responses.open();
            open = true;
        }
        try {
            Together.each(responses.receive(BATCH, LONG_POLL), this::deliver, executor);
        } catch (RuntimeException e) {
            // The next poll looks whether all is still there, before it waits.
            open = false;
            throw e;
        }
    }
}
