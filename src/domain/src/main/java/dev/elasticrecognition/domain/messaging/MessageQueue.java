package dev.elasticrecognition.domain.messaging;

import java.time.Duration;
import java.util.List;

/**
 * A queue that delivers each message at least once.
 *
 * <p>Implementations are safe for use by several threads. A store that can't be reached shows as an unchecked exception
 * of the implementation; the message that was to be sent may then have been sent or not.
 *
 * @param <T> what a message says
 */
public interface MessageQueue<T> {

    /** Sends one message; when this returns, the queue has it durably. */
    void send(T message);

    /**
     * Waits for messages and leases them to the caller.
     *
     * @param atMost the most messages to lease, 1 to 10
     * @param wait how long to wait for the first one, 0 to 20 s; an interrupt ends the wait
     * @return the leases, in no particular order; empty when none came in time or the wait was interrupted (then the
     *     thread's interrupt flag is set)
     */
    List<Lease<T>> receive(int atMost, Duration wait);

    /** Counts the messages that are in the queue now; the counts are approximate. */
    Backlog backlog();
}
