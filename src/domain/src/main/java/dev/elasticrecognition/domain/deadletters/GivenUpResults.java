package dev.elasticrecognition.domain.deadletters;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import java.util.Optional;

/** Takes back the results that are not {@linkplain RecognitionResult#isFinal final}. Safe for use by several threads. */
public interface GivenUpResults {

    /**
     * Takes a request's result back, unless it is final: then the request has none, as if it had never had one.
     *
     * @return the final result that the request has; empty if it has none now
     */
    Optional<RecognitionResult> reopen(RequestId id);
}
