package dev.elasticrecognition.domain.scaling;

/**
 * Never less than the minimum and never more than the maximum.
 *
 * @param minimum 0 or more
 * @param maximum not less than the minimum
 */
public record WithinBounds(int minimum, int maximum, ScalingPolicy inner) implements ScalingPolicy {

    public WithinBounds {
        if (minimum < 0 || maximum < minimum) {
            throw new IllegalArgumentException("%d to %d are no bounds".formatted(minimum, maximum));
        }
    }

    @Override
    public ScalingDecision decide(Observation now, RecentNeeds past) {
        return inner.decide(now, past)
                .raisedTo(minimum, "the minimum is " + minimum)
                .cappedAt(maximum, "the maximum is " + maximum);
    }
}
