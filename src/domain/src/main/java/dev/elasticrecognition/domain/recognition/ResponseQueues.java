package dev.elasticrecognition.domain.recognition;

import java.time.Instant;
import java.util.List;

/** The response queues of all front ends. */
public interface ResponseQueues {

    /** All that there are, in no particular order. */
    List<Existing> list();

    /** Deletes one; if it isn't there, nothing happens. */
    void delete(String name);

    /**
     * A queue that exists.
     *
     * @param createdAt by the queue's own clock
     */
    record Existing(String name, Instant createdAt) {}
}
