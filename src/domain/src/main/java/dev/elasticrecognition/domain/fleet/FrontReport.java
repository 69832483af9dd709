package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a front end knows of its own requests. Sums count since it started.
 *
 * @param front the front end, by an id that is new at each start
 * @param beat grows with each report
 * @param sent requests that it sent to the queue
 * @param answered requests that it saw the answer of
 * @param unanswered requests that it sent in the last two minutes and saw no answer of
 * @param oldest how long the oldest of those has been waiting
 */
public record FrontReport(
        String front, long beat, long sent, long answered, int unanswered, Optional<Duration> oldest) {

    public FrontReport {
        Objects.requireNonNull(front, "front");
        Objects.requireNonNull(oldest, "oldest");
    }
}
