package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.web.problems.ProblemException;

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
        return new PageSize(WholeNumber.read("limit", items, MOST));
    }
}
