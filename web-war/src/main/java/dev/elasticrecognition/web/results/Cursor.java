package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;

/**
 * Where a listing goes on: the query parameter {@code cursor}.
 *
 * @param after the last request that was listed, or passed over
 */
public record Cursor(RequestId after) {

    /**
     * Reads the parameter.
     *
     * @throws ProblemException if it's none that a listing gave
     */
    public static Cursor fromString(String text) {
        return RequestId.parse(text)
                .map(Cursor::new)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_CURSOR, "Follow the link 'next' of a listing, as it is."));
    }
}
