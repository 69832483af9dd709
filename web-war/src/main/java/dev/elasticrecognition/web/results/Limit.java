package dev.elasticrecognition.web.results;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;

/** Reads the query parameter {@code limit}. */
public final class Limit {

    private Limit() {}

    /**
     * A number in range.
     *
     * @param most up to 999,999
     * @throws ProblemException if the text is none
     */
    public static int read(String text, int most) {
        if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > most) {
            throw new ProblemException(
                    ProblemType.INVALID_LIMIT,
                    "The parameter 'limit' takes a whole number from 1 to %d.".formatted(most));
        }
        return Integer.parseInt(text);
    }
}
