package dev.elasticrecognition.web.observing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Asks one store or queue whether it answers. As long as it's silent it isn't asked again, however often somebody wants to
 * know. Safe for use by several threads.
 */
final class Probe {

    private static final Logger LOG = System.getLogger(Probe.class.getName());

    private final String name;
    private final Callable<?> question;
    private final Executor executor;
    private CompletableFuture<Boolean> asked = CompletableFuture.completedFuture(false);

    /** @param question fails if there is no answer */
    Probe(String name, Callable<?> question, Executor executor) {
        this.name = name;
        this.question = question;
        this.executor = executor;
    }

    String name() {
        return name;
    }

    /** Whether it answers in time; is done in time, too. */
    CompletableFuture<Boolean> answersWithin(Duration patience) {
        return asked().copy().completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized CompletableFuture<Boolean> asked() {
        if (asked.isDone()) {
            asked = CompletableFuture.supplyAsync(this::answers, executor);
        }
        return asked;
    }

    private boolean answers() {
        try {
            question.call();
            return true;
        } catch (Exception noAnswer) {
            LOG.log(Level.DEBUG, () -> "Not ready: the " + name, noAnswer);
            return false;
        }
    }
}
