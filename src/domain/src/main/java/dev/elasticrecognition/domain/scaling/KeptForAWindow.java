package dev.elasticrecognition.domain.scaling;

import java.time.Duration;
import java.time.Instant;

/**
 * Scales in to the most that was needed within the last window, not to what is needed at the moment: work comes in waves,
 * and a counter may read too low for a while. It keeps what is there and never asks for more.
 *
 * @param window how long a need is remembered, 0 to {@link RecentNeeds#HORIZON}
 */
public record KeptForAWindow(Duration window, ScalingPolicy inner) implements ScalingPolicy {

    public KeptForAWindow {
        if (window.isNegative() || window.compareTo(RecentNeeds.HORIZON) > 0) {
            throw new IllegalArgumentException("%s is no window".formatted(window));
        }
    }

    @Override
    public ScalingDecision decide(Observation now, RecentNeeds past) {
        ScalingDecision decision = inner.decide(now, past);
        Instant start = now.at().minus(window);
        return past.mostSince(start)
                .map(most -> decision.raisedTo(
                        Math.min(most.number(), now.supply().capacity()),
                        "%d were needed %d s ago, within the window of %d s"
                                .formatted(
                                        most.number(),
                                        Duration.between(most.at(), now.at()).toSeconds(),
                                        window.toSeconds())))
                .orElse(decision);
    }
}
