package dev.elasticrecognition.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Ties the worker's life to its server's, and the server's to the worker's: a worker that can't start, for want of a
 * usable model or setting, ends the server, so that its instance ends and is seen to have ended.
 */
@ApplicationScoped
public class WorkerServer {

    private static final Logger LOG = System.getLogger(WorkerServer.class.getName());

    /** "Configuration error" of sysexits.h. */
    private static final int UNUSABLE = 78;

    @Inject
    Worker worker;

    private boolean started;

    void start(@Observes Startup startup) {
        try {
            worker.start();
            started = true;
            Termination.handle(worker::end);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "This worker can't start and ends", e);
            // Another thread, since the server waits for this one before it stops.
            new Thread(() -> System.exit(UNUSABLE), "end of the server").start();
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) {
        if (started) {
            worker.drain();
        }
    }
}
