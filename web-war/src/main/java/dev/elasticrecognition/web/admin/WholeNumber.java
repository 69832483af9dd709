package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;

/** Reads query parameters that take a whole number from 1 on. */
final class WholeNumber {

    private WholeNumber() {}

    /**
     * A number in range.
     *
     * @param most up to 9999
     * @throws ProblemException if the text is none; it names the parameter
     */
    static int read(String parameter, String text, int most) {
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > most) {
            throw new ProblemException(
                    ProblemType.INVALID_LIMIT,
                    "The parameter '%s' takes a whole number from 1 to %d.".formatted(parameter, most));
        }
        return Integer.parseInt(text);
    }
}
