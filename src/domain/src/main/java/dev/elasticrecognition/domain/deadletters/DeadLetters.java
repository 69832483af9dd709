package dev.elasticrecognition.domain.deadletters;

import dev.elasticrecognition.domain.recognition.RequestId;
import java.util.List;
import java.util.Optional;

/** Keeps the dead letters, each under its request's id. Safe for use by several threads. */
public interface DeadLetters {

    /** The most that one listing gives. */
    int MOST = 1000;

    /** Keeps a dead letter, in place of an earlier one of the same request. */
    void put(DeadLetter letter);

    /** A request's dead letter, or empty if there is none. */
    Optional<DeadLetter> find(RequestId id);

    /**
     * Lists the requests that have one, newest request first.
     *
     * @param after begins with the next older one; empty to begin with the newest
     * @param atMost 1 to {@link #MOST}
     * @return as many as there are, but no more than asked for
     */
    List<RequestId> list(Optional<RequestId> after, int atMost);

    /** Forgets a dead letter; nothing happens if there is none. */
    void remove(RequestId id);
}
