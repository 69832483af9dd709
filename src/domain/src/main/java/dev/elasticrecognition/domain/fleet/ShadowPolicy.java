package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.RecentNeeds;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import java.util.Optional;

/**
 * Decides beside the policy that is followed, from the same observations and from needs of its own; nothing comes of it. It
 * sees the fleet that the other policy has made, so it tells what it would do next and not what would have become of the
 * fleet under it.
 *
 * <p>Not safe for use by several threads.
 */
final class ShadowPolicy {

    private Optional<ScalingSettings> settings = Optional.empty();
    private RecentNeeds past = RecentNeeds.NONE;

    /** What the settings decide; empty without settings. Other settings begin with the needs of nobody else. */
    Optional<ScalingDecision> decide(Optional<ScalingSettings> current, Observation now) {
        if (!current.equals(settings)) {
            settings = current;
            past = RecentNeeds.NONE.and(now.at(), now.supply().capacity());
        }
        return current.map(set -> decide(set, now));
    }

    private ScalingDecision decide(ScalingSettings set, Observation now) {
        ScalingDecision decision = set.scalingPolicy().decide(now, past);
        past = past.and(now.at(), decision.need());
        return decision;
    }
}
