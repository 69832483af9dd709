package dev.elasticrecognition.domain.scaling;

import dev.elasticrecognition.domain.messaging.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes the fleet follow the policy, by level: at each tick it observes, decides, and launches what is missing. What a
 * tick couldn't do, the next one sees still missing.
 *
 * <p>The cloud may not describe at once what it launched; until it does, or for {@linkplain #UNDESCRIBED a while}, a
 * launched instance counts as there, so that nothing is launched twice. For the same reason a launch whose outcome is
 * unknown is repeated as it was, with its token and number.
 *
 * <p>Not safe for use by several threads: one tick at a time.
 */
public final class ScaleFleet {

    /** How long an instance that was launched, and that the cloud doesn't describe, is believed in. */
    static final Duration UNDESCRIBED = Duration.ofMinutes(5);

    private final FleetProvider provider;
    private final Supplier<Backlog> backlog;
    private final ScalingPolicy policy;
    private final InstantSource clock;
    private final Map<String, Instant> undescribed = new HashMap<>();
    private Launch unconfirmed;

    public ScaleFleet(FleetProvider provider, Supplier<Backlog> backlog, ScalingPolicy policy, InstantSource clock) {
        this.provider = provider;
        this.backlog = backlog;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Observes, decides and acts once.
     *
     * @return what was decided
     */
    public ScalingDecision tick() {
        Observation observation = observe();
        ScalingDecision decision = policy.decide(observation);
        launch(decision.desiredCapacity() - observation.capacity());
        return decision;
    }

    private Observation observe() {
        Fleet fleet = provider.describe();
        Instant now = clock.instant();
        undescribed
                .entrySet()
                .removeIf(launched -> fleet.describes(launched.getKey())
                        || launched.getValue().plus(UNDESCRIBED).isBefore(now));
        return new Observation(now, backlog.get(), fleet.capacity() + undescribed.size());
    }

    private void launch(int missing) {
        if (unconfirmed == null && missing > 0) {
            unconfirmed = new Launch(missing, UUID.randomUUID().toString());
        }
        if (unconfirmed != null) {
            Instant now = clock.instant();
            provider.launch(unconfirmed.number(), unconfirmed.token())
                    .forEach(instance -> undescribed.put(instance.id(), now));
            unconfirmed = null;
        }
    }

    private record Launch(int number, String token) {}
}
