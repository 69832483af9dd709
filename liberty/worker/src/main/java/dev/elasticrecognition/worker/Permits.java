package dev.elasticrecognition.worker;

import java.util.concurrent.CompletableFuture;

/**
 * The right to work on messages. Whoever receives asks here first, so that no more is ever leased than can be begun at
 * once. Each permit goes back when its message is done with, or was not received at all. Once they are closed, and all are
 * back, nothing is worked on any more and nothing can come.
 */
final class Permits {

    private final int all;
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private int free;
    private boolean closed;

    /** @param all how many messages may be worked on at once, 1 or more */
    Permits(int all) {
        this.all = all;
        this.free = all;
    }

    /**
     * Waits until one permit is free, and takes as many as are.
     *
     * @return how many were taken; 0 if they are closed
     */
    synchronized int take(int atMost) throws InterruptedException {
        while (free == 0 && !closed) {
            wait();
        }
        int taken = closed ? 0 : Math.min(free, atMost);
        free -= taken;
        return taken;
    }

    synchronized void giveBack(int number) {
        free += number;
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

    /** Is done when they are closed and all are back. */
    CompletableFuture<Void> drained() {
        return drained;
    }

    private void changed() {
        notifyAll();
        if (closed && free == all) {
            drained.complete(null);
        }
    }
}
