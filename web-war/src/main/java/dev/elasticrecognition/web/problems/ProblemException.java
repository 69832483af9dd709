package dev.elasticrecognition.web.problems;

import jakarta.ws.rs.WebApplicationException;

/** Ends a call with a problem of this API's own. */
public final class ProblemException extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    public ProblemException(ProblemType type, String detail) {
        super(detail, ProblemDocument.of(type, detail).response());
    }
}
