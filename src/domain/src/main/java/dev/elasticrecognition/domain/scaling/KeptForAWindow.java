package dev.elasticrecognition.domain.scaling;

import dev.elasticrecognition.domain.scaling.RecentNeeds.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * Scales in slowly: work comes in waves, a counter may read too low for a while, and an instance that is given back too
 * early has to boot again while requests wait. A need counts in full for a window and then fades out evenly over twice as
 * long, an hour after it at the latest; the most of what is left of all needs is kept. The window is no longer than
 * twenty boots take: where instances are there in seconds, little is lost by giving them back. It keeps what is there and
 * never asks for more.
 *
 * @param window how long a need counts in full, 0 to {@link RecentNeeds#HORIZON}; 0 remembers nothing
 * @param most for no more than so many does any need count, 0 or more
 */
public record KeptForAWindow(Duration window, int most, ScalingPolicy inner) implements ScalingPolicy {

    private static final int BOOTS = 20;
    private static final int FADED_AFTER = 3;

    public KeptForAWindow {
        if (window.isNegative() || window.compareTo(RecentNeeds.HORIZON) > 0) {
            throw new IllegalArgumentException("%s is no window".formatted(window));
        }
        if (most < 0) {
            throw new IllegalArgumentException("A need counts for 0 or more, not " + most);
        }
    }

    @Override
    public ScalingDecision decide(Observation now, RecentNeeds past) {
        ScalingDecision decision = inner.decide(now, past);
        Fading fading = new Fading(shortest(window, now.performance().bootTime().multipliedBy(BOOTS)), now.at());
        return past.needs().stream()
                .max(Comparator.comparingInt(need -> left(need, fading)))
                .map(need -> decision.raisedTo(
                        Math.min(left(need, fading), now.supply().capacity()), fading.reason(need)))
                .orElse(decision);
    }

    private int left(Need need, Fading fading) {
        return (int) Math.ceil(fading.share(need) * Math.min(need.number(), most));
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private record Fading(Duration window, Instant now) {

        private Duration end() {
            return shortest(window.multipliedBy(FADED_AFTER), RecentNeeds.HORIZON);
        }

        /** How much of a need still counts, 0 to 1. */
        double share(Need need) {
            Duration age = age(need);
            if (age.compareTo(end()) >= 0) {
                return 0;
            }
            return age.compareTo(window) <= 0
                    ? 1
                    : (double) end().minus(age).toNanos() / end().minus(window).toNanos();
        }

        String reason(Need need) {
            return "%d were needed %d s ago, which counts in full for %d s and fades out until %d s"
                    .formatted(need.number(), age(need).toSeconds(), window.toSeconds(), end().toSeconds());
        }

        private Duration age(Need need) {
            return Duration.between(need.at(), now);
        }
    }
}
