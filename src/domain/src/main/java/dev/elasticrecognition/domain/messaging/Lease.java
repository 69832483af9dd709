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

    /** Ends the lease for good: the message won't be delivered again. Call it last, when nothing is left to be lost. */
    void complete();

    /**
     * Holds the message for another while.
     *
     * @param visibility from now on, 0 to 12 hours; zero gives the message back at once
     */
    void extend(Duration visibility);
}
