package dev.elasticrecognition.domain.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * All requests, by how they stand. They add up: accepted = succeeded + failed + waiting.
 *
 * @param at when they were counted
 * @param succeeded requests with a label
 * @param failed requests that ended without one
 * @param waiting requests that were accepted and have no result yet
 * @param oldestWaiting when the oldest of these was submitted
 */
public record Ledger(Instant at, long succeeded, long failed, long waiting, Optional<Instant> oldestWaiting) {

    public Ledger {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(oldestWaiting, "oldestWaiting");
    }

    /** All requests that were accepted. */
    public long accepted() {
        return succeeded + failed + waiting;
    }
}
