package dev.elasticrecognition.onnx;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * So much of something scarce, such as cores or memory, of which each piece of work takes a part for as long as it lasts.
 * Whoever asks first is served first, so that those who need much aren't passed over for ever.
 *
 * <p>Safe for use by several threads.
 */
final class Allowance {

    private final int total;
    private final Semaphore left;

    /** @param total how much there is, 1 or more */
    Allowance(int total) {
        this.total = total;
        this.left = new Semaphore(total, true);
    }

    /**
     * Does work as soon as its part is free. It must not ask for another part of the same allowance.
     *
     * @param part how much the work needs, 1 or more; work that needs more than there is gets all, and is alone
     */
    <T> T with(int part, Supplier<T> work) {
        int taken = Math.min(part, total);
        left.acquireUninterruptibly(taken);
        try {
            return work.get();
        } finally {
            left.release(taken);
        }
    }
}
