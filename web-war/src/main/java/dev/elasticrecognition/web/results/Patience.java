package dev.elasticrecognition.web.results;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import java.time.Duration;

/**
 * How long a caller wants to wait for an answer: the query parameter {@code wait}.
 *
 * @param duration 0 to {@value #MAX_SECONDS} s
 */
public record Patience(Duration duration) {

    private static final int MAX_SECONDS = 60;

    /**
     * Reads the parameter.
     *
     * @param seconds a whole number of seconds
     * @throws ProblemException if it's none, or out of range
     */
    public static Patience fromString(String seconds) {
        if (!seconds.matches("\\d{1,3}") || Integer.parseInt(seconds) > MAX_SECONDS) {
            throw new ProblemException(
                    ProblemType.INVALID_WAIT,
                    "The parameter 'wait' takes a whole number of seconds from 0 to %d.".formatted(MAX_SECONDS));
        }
        return new Patience(Duration.ofSeconds(Integer.parseInt(seconds)));
    }

    /** Whether the caller doesn't want to wait at all. */
    public boolean isNone() {
        return duration.isZero();
    }
}
