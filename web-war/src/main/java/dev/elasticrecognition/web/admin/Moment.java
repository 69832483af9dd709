package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A moment that a caller names in a query parameter, in ISO 8601, UTC. */
public record Moment(Instant at) {

    /**
     * Reads the parameter.
     *
     * @throws ProblemException if it's none
     */
    public static Moment fromString(String at) {
        try {
            return new Moment(Instant.parse(at));
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    ProblemType.INVALID_TIME, "The parameters 'from' and 'to' take a time like 2026-11-24T12:00:00Z.");
        }
    }
}
