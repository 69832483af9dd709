package dev.elasticrecognition.domain.scaling;

/**
 * As many as somebody said, whatever there is to do.
 *
 * @param instances how many, 0 or more
 * @param said who said so and for how long, as in "set by hand until 12:00"
 */
public record FixedCapacity(int instances, String said) implements ScalingPolicy {

    public FixedCapacity {
        if (instances < 0) {
            throw new IllegalArgumentException("A fixed capacity is 0 or more, not " + instances);
        }
    }

    @Override
    public ScalingDecision decide(Observation now, RecentNeeds past) {
        return ScalingDecision.of(instances, "%d, %s".formatted(instances, said), said, said);
    }
}
