package dev.elasticrecognition.domain.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Polls again and again until it is stopped. What goes wrong in a poll is logged, and the next poll comes after a pause
 * that doubles, up to 8 s, while it keeps going wrong.
 */
public final class PollLoop implements Runnable {

    private static final Logger LOG = System.getLogger(PollLoop.class.getName());
    private static final DoublingPause PAUSE = new DoublingPause(Duration.ofMillis(250), Duration.ofSeconds(8));

    private final String name;
    private final Poll poll;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param name what is polled, for the log */
    public PollLoop(String name, Poll poll) {
        this.name = name;
        this.poll = poll;
    }

    /** Polls until {@link #stop} is called or the thread is interrupted. */
    @Override
    public void run() {
        int failures = 0;
        try {
            while (!isStopped()) {
                failures = poll() ? 0 : failures + 1;
                if (failures > 0 && isStoppedWithin(PAUSE.after(failures))) {
                    return;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes the poll that is under way the last. It doesn't wait for it. */
    public void stop() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0 || Thread.currentThread().isInterrupted();
    }

    private boolean poll() throws InterruptedException {
        try {
            poll.poll();
            return true;
        } catch (Unavailable e) {
            LOG.log(Level.WARNING, "Polling {0} is tried again. {1}", name, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Polling %s went wrong unexpectedly and is tried again".formatted(name), e);
        }
        return false;
    }

    private boolean isStoppedWithin(Duration pause) throws InterruptedException {
        return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One poll: waits, for a bounded time, for what there is to do, and does it. */
    @FunctionalInterface
    public interface Poll {

        void poll() throws InterruptedException;
    }
}
