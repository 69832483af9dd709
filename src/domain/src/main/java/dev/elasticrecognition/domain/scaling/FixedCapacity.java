package dev.elasticrecognition.domain.scaling;

/**
 * Keeps the same number of instances, whatever happens.
 *
 * @param instances how many, 0 to {@value #MOST}
 */
public record FixedCapacity(int instances) implements ScalingPolicy {

    /** The most instances that a fleet may have. */
    public static final int MOST = 20;

    public FixedCapacity {
        if (instances < 0 || instances > MOST) {
            throw new IllegalArgumentException("A fleet has 0 to %d instances, not %d".formatted(MOST, instances));
        }
    }

    @Override
    public ScalingDecision decide(Observation observation) {
        return new ScalingDecision(
                instances, "fixed capacity %d; %d there".formatted(instances, observation.capacity()));
    }
}
