package dev.elasticrecognition.web.problems;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;

/** Ends a call with a problem of this API's own. */
public final class ProblemException extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    public ProblemException(ProblemType type, String detail) {
        super(detail, ProblemDocument.of(type, detail).response());
    }

    /** @param retryAfter when to come again, in whole seconds */
    public ProblemException(ProblemType type, String detail, Duration retryAfter) {
        super(
                detail,
                ProblemDocument.of(type, detail)
                        .asEntity()
                        .header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds())
                        .build());
    }
}
