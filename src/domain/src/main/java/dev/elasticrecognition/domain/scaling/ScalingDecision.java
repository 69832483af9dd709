package dev.elasticrecognition.domain.scaling;

import java.util.Objects;

/**
 * How many instances there shall be, and why.
 *
 * @param desiredCapacity 0 or more
 * @param reason in words and numbers, for the operator
 */
public record ScalingDecision(int desiredCapacity, String reason) {

    public ScalingDecision {
        Objects.requireNonNull(reason, "reason");
        if (desiredCapacity < 0) {
            throw new IllegalArgumentException("Desired capacity is 0 or more, not " + desiredCapacity);
        }
    }
}
