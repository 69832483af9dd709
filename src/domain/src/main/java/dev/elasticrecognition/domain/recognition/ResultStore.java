package dev.elasticrecognition.domain.recognition;

import java.util.Optional;

/** Keeps the results, each with what it is the result of, written once. Safe for use by several threads. */
public interface ResultStore {

    /**
     * Stores a result unless the request has one already; of several callers at once exactly one succeeds.
     *
     * @return the result that is in the store now: this one, or the one that was there first
     */
    RecognitionResult putOnce(RecognitionResult result);

    /** A request's result, or empty if it has none yet. */
    Optional<RecognitionResult> find(RequestId id);
}
