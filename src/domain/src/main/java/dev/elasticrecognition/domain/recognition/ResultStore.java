package dev.elasticrecognition.domain.recognition;

import java.util.List;
import java.util.Optional;

/** Keeps the results, each with what it is the result of, written once. Safe for use by several threads. */
public interface ResultStore {

    /** The most that one listing gives. */
    int MOST = 1000;

    /**
     * Stores a result unless the request has one already; of several callers at once exactly one succeeds.
     *
     * @return the result that is in the store now: this one, or the one that was there first
     */
    RecognitionResult putOnce(RecognitionResult result);

    /** A request's result, or empty if it has none yet. */
    Optional<RecognitionResult> find(RequestId id);

    /**
     * Lists the requests that have a result, newest request first.
     *
     * @param after begins with the next older one; empty to begin with the newest
     * @param atMost 1 to {@link #MOST}
     * @return as many as there are, but no more than asked for
     */
    List<RequestId> list(Optional<RequestId> after, int atMost);

    /**
     * Lists, like {@link #list}, the requests that may have failed: all that did are named, but if a process died at the
     * wrong moment, or two disagreed, also one that has another result or none yet. Look at the result to be sure.
     */
    List<RequestId> listFailed(Optional<RequestId> after, int atMost);
}
