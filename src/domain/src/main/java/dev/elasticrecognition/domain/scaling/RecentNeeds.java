package dev.elasticrecognition.domain.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was needed lately: the past that a policy decides from. Only needs that can still be the most of some window are
 * kept, so there are few: each is lower than the ones before it.
 *
 * @param needs oldest first
 */
public record RecentNeeds(List<Need> needs) {

    /** The longest window that can be asked for. */
    public static final Duration HORIZON = Duration.ofHours(1);

    public static final RecentNeeds NONE = new RecentNeeds(List.of());

    public RecentNeeds {
        needs = List.copyOf(needs);
    }

    /** With one more need, the newest. */
    public RecentNeeds and(Instant at, int number) {
        List<Need> kept = new ArrayList<>();
        for (Need need : needs) {
            if (need.number() > number && !need.at().isBefore(at.minus(HORIZON))) {
                kept.add(need);
            }
        }
        kept.add(new Need(at, number));
        return new RecentNeeds(kept);
    }

    /** The highest need at or after an instant; of several equal ones the newest. */
    public Optional<Need> mostSince(Instant start) {
        return needs.stream().filter(need -> !need.at().isBefore(start)).findFirst();
    }

    /** How many instances were needed at an instant. */
    public record Need(Instant at, int number) {}
}
