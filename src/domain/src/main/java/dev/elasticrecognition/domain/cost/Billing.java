package dev.elasticrecognition.domain.cost;

import java.time.Duration;
import java.time.Instant;

/**
 * What EC2 bills: "each second, with a one-minute minimum, that you keep the instance running", see
 * <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html">Amazon EC2 instance state
 * changes</a>. Each start begins with a minute anew. EC2 doesn't bill the seconds in which an instance is pending; they are
 * counted here, as from outside nobody sees exactly when they end.
 */
final class Billing {

    static final Duration MINIMUM = Duration.ofMinutes(1);

    private Billing() {}

    /** What an instance costs in time if it ran from its launch until now: the minute is due at once. */
    static Duration until(Instant now, Instant launchedAt) {
        if (now.isBefore(launchedAt)) {
            return Duration.ZERO;
        }
        Duration ran = Duration.between(launchedAt, now);
        return ran.compareTo(MINIMUM) < 0 ? MINIMUM : ran;
    }

    /** What it costs from one moment to a later one. */
    static Duration between(Instant start, Instant end, Instant launchedAt) {
        return until(end, launchedAt).minus(until(start, launchedAt));
    }
}
