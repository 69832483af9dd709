package dev.elasticrecognition.domain.recognition;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same with several things at a time. */
public final class Together {

    private Together() {}

    /**
     * Does something with each thing, and waits until it is done with all.
     *
     * @param action what it throws is thrown
     * @param threads none of their tasks may wait for another
     */
    public static <T> void each(List<T> things, Consumer<T> action, Executor threads) {
        map(
                things,
                thing -> {
                    action.accept(thing);
                    return thing;
                },
                threads);
    }

    /**
     * What comes of each thing, in their order.
     *
     * @param action what it throws is thrown
     * @param threads none of their tasks may wait for another
     */
    public static <T, R> List<R> map(List<T> things, Function<T, R> action, Executor threads) {
        List<CompletableFuture<R>> outcomes = things.stream()
                .map(thing -> CompletableFuture.supplyAsync(() -> action.apply(thing), threads))
                .toList();
        try {
            return outcomes.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
