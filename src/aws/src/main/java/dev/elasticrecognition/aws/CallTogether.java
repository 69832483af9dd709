package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.messaging.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Puts what several threads want of a queue into one call to SQS, which is cheaper than a call for each. While calls are
 * under way, what comes meanwhile gathers for the next.
 *
 * @param <E> what is wanted, an entry of a batch
 */
final class CallTogether<E> {

    /** The most entries that SQS takes in a call. */
    private static final int BATCH = 10;

    private final String what;
    private final Duration linger;
    private final BatchCall<E> batchCall;
    private final BlockingQueue<Pending<E>> gathered = new LinkedBlockingQueue<>();
    private final Semaphore calls;

    /**
     * @param what the act, as it reads after "Could not"
     * @param calls so many are under way at a time, 1 or more, before entries gather
     * @param linger how long a call waits for a batch to fill; with zero, an entry that comes alone goes at once
     */
    CallTogether(String what, int calls, Duration linger, BatchCall<E> batchCall) {
        this.what = what;
        this.calls = new Semaphore(calls, true);
        this.linger = linger;
        this.batchCall = batchCall;
    }

    /**
     * Has an entry go with the next call; returns when that has been answered.
     *
     * @throws Unavailable if the call fails, or this entry is refused
     */
    void add(E entry) {
        Pending<E> own = new Pending<>(entry, new CompletableFuture<>());
        gathered.add(own);
        calls.acquireUninterruptibly();
        try {
            if (!own.done().isDone()) {
                callForGathered();
            }
        } finally {
            calls.release();
        }
        await(own);
    }

    /** Another thread may have taken the own entry along; then others go. */
    private void callForGathered() {
        List<Pending<E>> batch = new ArrayList<>(BATCH);
        long end = System.nanoTime() + linger.toNanos();
        do {
            gathered.drainTo(batch, BATCH - batch.size());
        } while (batch.size() < BATCH && lingered(batch, end));
        if (!batch.isEmpty()) {
            call(batch);
        }
    }

    private boolean lingered(List<Pending<E>> batch, long end) {
        try {
            Pending<E> next = gathered.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return next != null && batch.add(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void call(List<Pending<E>> batch) {
        try {
            List<BatchResultErrorEntry> refused = Calls.call(
                    what,
                    () -> batchCall.call(batch.stream().map(Pending::entry).toList()));
            refused.forEach(failed ->
                    batch.get(Integer.parseInt(failed.id())).done().completeExceptionally(refusal(what, failed)));
            batch.forEach(entry -> entry.done().complete(null));
        } catch (RuntimeException | Error e) {
            batch.forEach(entry -> entry.done().completeExceptionally(e));
        }
    }

    static Unavailable refusal(String what, BatchResultErrorEntry failed) {
        return new Unavailable(
                what,
                SqsException.builder()
                        .message("%s: %s".formatted(failed.code(), failed.message()))
                        .build());
    }

    private static void await(Pending<?> entry) {
        try {
            entry.done().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** One call for some entries. */
    @FunctionalInterface
    interface BatchCall<E> {

        /**
         * @param entries 1 to 10; their ids are their places
         * @return those that were refused
         */
        List<BatchResultErrorEntry> call(List<E> entries);
    }

    private record Pending<E>(E entry, CompletableFuture<Void> done) {}
}
