package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.cost.Meter;
import dev.elasticrecognition.domain.latency.LatencyHistogram;
import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one front end saw, thought and did at one moment. One that doesn't lead thinks the same and does nothing.
 *
 * @param leading whether this front end leads
 * @param ledger as it was after this tick; a front end that doesn't lead sees it as it was read last
 * @param lease what was seen of the leader's lease
 * @param control what operators have said
 * @param members the instances
 * @param observation what was observed
 * @param answerTimes how long the answers took that front ends saw in the last minute
 * @param meter what was spent so far
 * @param decision what follows from it
 * @param shadow what the shadow policy would have decided; empty if there is none
 * @param acts what was done, a sentence each
 * @param troubles what couldn't be asked or done, a sentence each
 */
public record Tick(
        boolean leading,
        FleetLedger ledger,
        SeenLease lease,
        FleetControl control,
        List<Member> members,
        Observation observation,
        LatencyHistogram answerTimes,
        Meter meter,
        ScalingDecision decision,
        Optional<ScalingDecision> shadow,
        List<String> acts,
        List<String> troubles) {

    public Tick {
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(control, "control");
        members = List.copyOf(members);
        Objects.requireNonNull(observation, "observation");
        Objects.requireNonNull(answerTimes, "answerTimes");
        Objects.requireNonNull(meter, "meter");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(shadow, "shadow");
        acts = List.copyOf(acts);
        troubles = List.copyOf(troubles);
    }
}
