package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import java.time.Duration;

/**
 * Within what time work on a picture must begin: the query parameter {@code ttl}.
 *
 * @param duration 1 s to {@value #MAX_SECONDS} s, as long as the queue keeps a request
 */
public record TimeToLive(Duration duration) {

    private static final int MAX_SECONDS = 1_209_600;

    /**
     * Reads the parameter.
     *
     * @param seconds a whole number of seconds
     * @throws ProblemException if it's none, or out of range
     */
    public static TimeToLive fromString(String seconds) {
        if (!seconds.matches("[0-9]{1,7}") || !isInRange(Integer.parseInt(seconds))) {
            throw new ProblemException(
                    ProblemType.INVALID_TTL,
                    "The parameter 'ttl' takes a whole number of seconds from 1 to %d.".formatted(MAX_SECONDS));
        }
        return new TimeToLive(Duration.ofSeconds(Integer.parseInt(seconds)));
    }

    private static boolean isInRange(int seconds) {
        return seconds >= 1 && seconds <= MAX_SECONDS;
    }
}
