package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.latency.LatencyHistogram;
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
 * @param answerTimes how long the answers took that it saw in the last minute; none in reports of versions without it
 */
public record FrontReport(
        String front,
        long beat,
        long sent,
        long answered,
        int unanswered,
        Optional<Duration> oldest,
        LatencyHistogram answerTimes) {

    public FrontReport {
        Objects.requireNonNull(front, "front");
        Objects.requireNonNull(oldest, "oldest");
        answerTimes = Objects.requireNonNullElse(answerTimes, LatencyHistogram.NONE);
    }
}
