package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;

/**
 * How many items a caller wants at once: the query parameter {@code limit}.
 *
 * @param items 1 to {@value #MOST}
 */
public record PageSize(int items) {

    private static final int MOST = 1000;

    /**
     * Reads the parameter.
     *
     * @throws ProblemException if it's no whole number, or out of range
     */
    public static PageSize fromString(String items) {
        if (!items.matches("[1-9]\\d{0,3}") || Integer.parseInt(items) > MOST) {
            throw new ProblemException(
                    ProblemType.INVALID_LIMIT,
                    "The parameter 'limit' takes a whole number from 1 to %d.".formatted(MOST));
        }
        return new PageSize(Integer.parseInt(items));
    }
}
