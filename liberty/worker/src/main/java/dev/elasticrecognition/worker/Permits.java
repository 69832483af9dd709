package dev.elasticrecognition.worker;

import java.util.concurrent.CompletableFuture;

/**
 * The right to work on messages. Whoever receives asks here first, so that no more is ever leased than can be begun soon.
 * Each permit goes back when its message is done with, or was not received at all. Once they are closed, and all are
 * back, nothing is worked on any more and nothing can come.
 */
final class Permits {

    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private int limit;
    private int taken;
    private boolean closed;

    /** @param limit how many messages may be held at once, 1 or more */
    Permits(int limit) {
        this.limit = limit;
    }

    /** Changes how many messages may be held; what is held beyond that is kept. */
    synchronized void limit(int messages) {
        limit = messages;
        changed();
    }

    /**
     * Waits until half of the permits are free, or as many as are wanted, and takes what it can: a call for each message
     * would cost more than to have the other half to work on meanwhile. While nothing is held, it doesn't wait.
     *
     * @return how many were taken; 0 if they are closed
     */
    synchronized int take(int atMost) throws InterruptedException {
        while (!closed && limit - taken < Math.min(atMost, (limit + 1) / 2)) {
            wait();
        }
        int more = closed ? 0 : Math.min(limit - taken, atMost);
        taken += more;
        return more;
    }

    synchronized void giveBack(int number) {
        taken -= number;
        changed();
    }

    /** Lets none be taken any more. */
    synchronized void close() {
        closed = true;
        changed();
    }

    synchronized boolean areClosed() {
        return closed;
    }

    /**
     * Waits for them to be closed.
     *
     * @return whether they were closed within that time
     */
    synchronized boolean areClosedWithin(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return closed;
    }

    /** Is done when they are closed and all are back. */
    CompletableFuture<Void> drained() {
        return drained;
    }

    private void changed() {
        notifyAll();
        if (closed && taken == 0) {
            drained.complete(null);
        }
    }
}
