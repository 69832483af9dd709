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

    @Inject
    Worker worker;

    private boolean started;

    void start(@Observes Startup startup) {
        try {
            worker.start();
            started = true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "This worker can't start and ends", e);
            Exit.UNUSABLE.begin();
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object end) {
        if (started) {
            worker.drain();
        }
    }
}
