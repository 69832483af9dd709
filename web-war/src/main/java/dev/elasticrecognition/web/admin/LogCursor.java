package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;

/** Where the page before ended: the query parameter {@code cursor} of what is told newest first. */
public record LogCursor(String value) {

    static final String VALUE = "[A-Za-z0-9_-]{1,200}";

    /** @throws ProblemException if it's none that a page gave */
    public LogCursor {
        if (!value.matches(VALUE)) {
            throw new ProblemException(ProblemType.INVALID_CURSOR, "Follow the link 'next' of a page as it is.");
        }
    }
}
