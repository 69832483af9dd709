package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.Breaker;
import dev.elasticrecognition.domain.fleet.Drain;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.Tally;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * How the fleet stood when this front end looked last. What there isn't is absent.
 *
 * @param leader the front end that leads; empty while nobody does
 * @param term of the leader
 * @param leading whether the front end that answers leads
 * @param paused whether nothing is launched or drained by policy
 * @param breaker whether boots succeed
 * @param manualCapacity the capacity that holds in place of the policy's
 * @param desiredCapacity how many instances there shall be
 * @param actualCapacity how many work, or boot
 * @param decision why so many are desired
 * @param shadow the shadow policy, and what it would have decided
 * @param observation what that was decided from
 * @param latency how long answers take
 * @param tally what was done so far
 * @param instances all that the cloud describes
 * @param drains that are under way
 * @param acts what was done last, a sentence each
 * @param troubles what couldn't be asked or done last, a sentence each
 */
@JsonbPropertyOrder({
    "leader",
    "term",
    "leading",
    "paused",
    "breaker",
    "manualCapacity",
    "desiredCapacity",
    "actualCapacity",
    "decision",
    "shadow",
    "observation",
    "latency",
    "tally",
    "instances",
    "drains",
    "acts",
    "troubles"
})
public record FleetDocument(
        String leader,
        long term,
        boolean leading,
        boolean paused,
        BreakerDocument breaker,
        ManualCapacityDocument manualCapacity,
        int desiredCapacity,
        int actualCapacity,
        DecisionDocument decision,
        ShadowDocument shadow,
        ObservationDocument observation,
        LatencyDocument latency,
        TallyDocument tally,
        List<InstanceDocument> instances,
        List<DrainDocument> drains,
        List<String> acts,
        List<String> troubles) {

    static FleetDocument of(Tick tick) {
        FleetLedger ledger = tick.ledger();
        Instant now = tick.observation().at();
        return new FleetDocument(
                ledger.leader(),
                ledger.term(),
                tick.leading(),
                tick.control().paused(),
                BreakerDocument.of(ledger.breaker(), now),
                tick.control()
                        .manual()
                        .filter(manual -> now.isBefore(manual.until()))
                        .map(ManualCapacityDocument::of)
                        .orElse(null),
                tick.decision().desiredCapacity(),
                tick.observation().supply().capacity(),
                DecisionDocument.of(tick.decision()),
                tick.shadow()
                        .map(decision ->
                                ShadowDocument.of(tick.control().shadow().orElseThrow(), decision))
                        .orElse(null),
                ObservationDocument.of(tick.observation()),
                LatencyDocument.of(tick.answerTimes()),
                TallyDocument.of(ledger.tally()),
                tick.members().stream().map(InstanceDocument::of).toList(),
                ledger.drains().stream().map(DrainDocument::of).toList(),
                tick.acts(),
                tick.troubles());
    }

    /** A policy that is looked at and not followed. */
    @JsonbPropertyOrder({"settings", "decision"})
    public record ShadowDocument(SettingsDocument settings, DecisionDocument decision) {

        static ShadowDocument of(ScalingSettings settings, ScalingDecision decision) {
            return new ShadowDocument(SettingsDocument.of(settings), DecisionDocument.of(decision));
        }
    }

    /**
     * Whether launching is stopped because boots fail.
     *
     * @param failures failed boots in a row
     * @param openUntil ISO 8601, UTC; absent unless it is open
     */
    @JsonbPropertyOrder({"open", "failures", "openUntil"})
    public record BreakerDocument(boolean open, int failures, String openUntil) {

        static BreakerDocument of(Breaker breaker, Instant now) {
            boolean open = breaker.isOpen(now);
            return new BreakerDocument(
                    open, breaker.failures(), open ? breaker.openUntil().toString() : null);
        }
    }

    /** What was done to the fleet since its ledger began; see {@link Tally}. */
    @JsonbPropertyOrder({"launched", "started", "ended", "failedBoots", "lost", "busyKilled"})
    public record TallyDocument(long launched, long started, long ended, long failedBoots, long lost, long busyKilled) {

        static TallyDocument of(Tally tally) {
            return new TallyDocument(
                    tally.launched(),
                    tally.started(),
                    tally.ended(),
                    tally.failedBoots(),
                    tally.lost(),
                    tally.busyKilled());
        }
    }

    /** An instance that shall end; times in ISO 8601, UTC. */
    @JsonbPropertyOrder({"instance", "since", "deadline", "why"})
    public record DrainDocument(String instance, String since, String deadline, String why) {

        static DrainDocument of(Drain drain) {
            return new DrainDocument(
                    drain.instance(), drain.since().toString(), drain.deadline().toString(), drain.why());
        }
    }
}
