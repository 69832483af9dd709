package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.history.Point;
import dev.elasticrecognition.domain.latency.Percentiles;
import dev.elasticrecognition.domain.messaging.Backlog;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the fleet stood, step by step.
 *
 * @param from when the first step begins, ISO 8601, UTC
 * @param to the present
 * @param step how long a step is, ISO 8601
 * @param points oldest first; a step of which nothing is known has none
 */
@JsonbPropertyOrder({"from", "to", "step", "points"})
public record HistoryDocument(String from, String to, String step, List<PointDocument> points) {

    static HistoryDocument of(Instant from, Instant to, Duration step, List<Point> points) {
        return new HistoryDocument(
                from.toString(),
                to.toString(),
                step.toString(),
                points.stream().map(PointDocument::of).toList());
    }

    /** One step, see {@link Point}. Times are in seconds, rates in events per second. What isn't known is absent. */
    @JsonbPropertyOrder({
        "at",
        "visible",
        "inFlight",
        "delayed",
        "unanswered",
        "oldest",
        "booting",
        "ready",
        "busy",
        "draining",
        "desired",
        "shadowDesired",
        "arrivals",
        "completions",
        "p50",
        "p90",
        "p99"
    })
    public record PointDocument(
            String at,
            Integer visible,
            Integer inFlight,
            Integer delayed,
            int unanswered,
            Double oldest,
            double booting,
            double ready,
            double busy,
            double draining,
            double desired,
            Double shadowDesired,
            double arrivals,
            double completions,
            Double p50,
            Double p90,
            Double p99) {

        static PointDocument of(Point point) {
            return new PointDocument(
                    point.at().toString(),
                    orNull(point.queue(), Backlog::visible),
                    orNull(point.queue(), Backlog::inFlight),
                    orNull(point.queue(), Backlog::delayed),
                    point.unanswered(),
                    orNull(point.oldest(), Seconds::of),
                    point.booting(),
                    point.ready(),
                    point.busy(),
                    point.draining(),
                    point.desired(),
                    point.shadowDesired().orElse(null),
                    point.arrivals(),
                    point.completions(),
                    orNull(point.answerTimes().map(Percentiles::p50), Seconds::of),
                    orNull(point.answerTimes().map(Percentiles::p90), Seconds::of),
                    orNull(point.answerTimes().map(Percentiles::p99), Seconds::of));
        }

        private static <T, R> R orNull(Optional<T> known, Function<T, R> value) {
            return known.map(value).orElse(null);
        }
    }
}
