package dev.elasticrecognition.domain.messaging;

import java.time.Duration;

/**
 * A received message, held for the queue's visibility timeout. A lease ends in one of two ways: it is
 * {@linkplain #complete() completed}, or it lapses, and then the message is delivered again.
 *
 * @param <T> what the message says
 */
public interface Lease<T> {

    T message();

    /** How often this message has been delivered, this time included: 1 or more. */
    int receiveCount();

    /** How long the message had been in the queue when it was first delivered, by the queue's own clock; 0 or more. */
    Duration waited();

    /** Whether it is still held, as far as is known here; if it has lapsed, the message may be in other hands. */
    default boolean isHeld() {
        return true;
    }

    /** Ends the lease for good: the message won't be delivered again. Call it last, when nothing is left to be lost. */
    void complete();

    /**
     * Holds the message for another while.
     *
     * @param visibility from now on, in whole seconds, 0 to 12 hours; zero gives the message back at once
     * @throws LeaseLost if it has lapsed
     */
    void extend(Duration visibility);
}
