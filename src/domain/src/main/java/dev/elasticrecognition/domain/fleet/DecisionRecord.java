package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of the fleet with everything that led to it.
 *
 * @param id names it: ledger, term of the leader, number within the term
 * @param leader the front end that took it
 * @param observation what it was decided from; its time is when
 * @param decision what was decided, and why
 * @param shadow what the shadow policy would have decided; empty if there was none
 * @param acts what was done, a sentence each; empty if only the desired capacity changed
 */
public record DecisionRecord(
        String id,
        String leader,
        Observation observation,
        ScalingDecision decision,
        Optional<ScalingDecision> shadow,
        List<String> acts) {

    public DecisionRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(leader, "leader");
        Objects.requireNonNull(observation, "observation");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(shadow, "shadow");
        acts = List.copyOf(acts);
    }
}
