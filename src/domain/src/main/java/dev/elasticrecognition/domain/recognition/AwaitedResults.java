package dev.elasticrecognition.domain.recognition;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * The results that somebody at this front end waits for right now. Whoever brings one only wakes those who wait, and does
 * nothing of their work: it may be in the middle of another call. Safe for use by several threads.
 */
public final class AwaitedResults {

    private final Executor wakers;
    private final Map<RequestId, List<CompletableFuture<RecognitionResult>>> awaited = new ConcurrentHashMap<>();

    /** @param wakers does what those who wait do next, on threads of its own */
    public AwaitedResults(Executor wakers) {
        this.wakers = wakers;
    }

    /**
     * Begins to wait for a result. Several may wait for the same one; each gets a future of its own.
     *
     * @return completes when the result {@linkplain #arrived arrives}; the caller bounds the wait, and
     *     {@linkplain #forget forgets} it when it is over
     */
    public CompletableFuture<RecognitionResult> await(RequestId id) {
        CompletableFuture<RecognitionResult> waiter = new CompletableFuture<>();
        awaited.merge(id, List.of(waiter), AwaitedResults::joined);
        return waiter;
    }

    /** Ends a wait, whether the result arrived or not; nothing of it is kept. */
    public void forget(RequestId id, CompletableFuture<RecognitionResult> waiter) {
        awaited.computeIfPresent(id, (any, waiters) -> without(waiter, waiters));
    }

    /** Wakes whoever waits for this result. */
    public void arrived(RecognitionResult result) {
        List<CompletableFuture<RecognitionResult>> waiters = awaited.remove(result.id());
        if (waiters != null) {
            waiters.forEach(waiter -> waiter.completeAsync(() -> result, wakers));
        }
    }

    /** How many requests are waited for. */
    public int size() {
        return awaited.size();
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static <T> List<T> without(T one, List<T> all) {
        List<T> rest = all.stream().filter(other -> other != one).toList();
        return rest.isEmpty() ? null : rest;
    }
}
