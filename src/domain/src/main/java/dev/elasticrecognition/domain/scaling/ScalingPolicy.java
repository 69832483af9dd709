package dev.elasticrecognition.domain.scaling;

/** Decides how many instances there shall be. It sees the observation and nothing else: no cloud and no clock. */
@FunctionalInterface
public interface ScalingPolicy {

    ScalingDecision decide(Observation observation);
}
