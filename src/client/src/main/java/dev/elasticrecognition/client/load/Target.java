package dev.elasticrecognition.client.load;

import java.util.concurrent.CompletableFuture;

/** What load is put upon. Safe for use by several threads. */
@FunctionalInterface
interface Target {

    /** Begins another request and doesn't wait for its end. Whatever goes wrong on the way is an {@link Outcome}. */
    CompletableFuture<Outcome> send();
}
