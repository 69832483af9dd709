package dev.elasticrecognition.domain.scaling;

/**
 * Decides how many instances there shall be: a pure function of what is observed now and what was needed lately. It
 * knows no cloud and no clock. Policies are composed by wrapping one in another.
 */
@FunctionalInterface
public interface ScalingPolicy {

    ScalingDecision decide(Observation now, RecentNeeds past);
}
