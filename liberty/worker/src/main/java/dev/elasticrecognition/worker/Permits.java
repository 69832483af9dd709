package dev.elasticrecognition.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The right to work on messages. Whoever receives asks here first, so that no more is ever leased than can be begun at
 * once. Each permit goes back when its message is done with, or was not received at all.
 */
final class Permits {

    private final int all;
    private final Semaphore free;

    /** @param all how many messages may be worked on at once, 1 or more */
    Permits(int all) {
        this.all = all;
        this.free = new Semaphore(all);
    }

    /** Waits until one permit is free, and takes as many as are. */
    int take(int atMost) throws InterruptedException {
        free.acquire();
        int taken = 1;
        while (taken < atMost && free.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    void giveBack(int number) {
        free.release(number);
    }

    /** Waits until nothing is worked on any more, and leaves no permit to take. */
    boolean drain(Duration patience) throws InterruptedException {
        return free.tryAcquire(all, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
