package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.audit.AuditEntry;
import dev.elasticrecognition.domain.audit.Change;
import dev.elasticrecognition.domain.cost.Meter;
import dev.elasticrecognition.domain.cost.Meter.Counted;
import dev.elasticrecognition.domain.cost.Spending;
import dev.elasticrecognition.domain.fleet.BootTimes;
import dev.elasticrecognition.domain.fleet.Breaker;
import dev.elasticrecognition.domain.fleet.DecisionRecord;
import dev.elasticrecognition.domain.fleet.Drain;
import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetControl.DrainOrder;
import dev.elasticrecognition.domain.fleet.FleetControl.ManualCapacity;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FrontReport;
import dev.elasticrecognition.domain.fleet.Heartbeat;
import dev.elasticrecognition.domain.fleet.Launch;
import dev.elasticrecognition.domain.fleet.Offering;
import dev.elasticrecognition.domain.fleet.SeenLease;
import dev.elasticrecognition.domain.fleet.Tally;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.fleet.WorkerState;
import dev.elasticrecognition.domain.history.Sample;
import dev.elasticrecognition.domain.latency.LatencyHistogram;
import dev.elasticrecognition.domain.latency.LatencyHistogram.Bucket;
import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.scaling.Demand;
import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.Performance;
import dev.elasticrecognition.domain.scaling.Rates;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.domain.scaling.Supply;
import dev.elasticrecognition.domain.scaling.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a fleet writes down, with something in every place. */
public final class FleetSamples {

    private static final Instant NOON = Samples.NOON;

    private FleetSamples() {}

    /** A ledger with a launch that the cloud confirmed, one that it didn't, and a drain. */
    public static FleetLedger ledger(String leader, long renewal) {
        Offering offering = new Offering("c7i.large", "us-east-1a");
        return new FleetLedger(
                "origin",
                leader,
                3,
                renewal,
                List.of(
                        new Launch("origin-3-1", offering, 2, NOON, true, List.of("i-0a", "i-0b")),
                        new Launch("origin-3-2", new Offering("c7i.large", ""), 1, NOON, false, List.of())),
                List.of(new Drain("i-0c", NOON, NOON.plusSeconds(90), "2 are needed")),
                new Breaker(1, Instant.EPOCH),
                new BootTimes(List.of(Duration.ofMillis(4250), Duration.ofSeconds(61))),
                12.5,
                new Tally(6, 1, 2, 1, 1, 0),
                Optional.of(meter(NOON)));
    }

    public static ScalingSettings settings() {
        return new ScalingSettings(
                ScalingSettings.Policy.LATENCY_OBJECTIVE,
                0,
                20,
                Duration.ofMillis(2500),
                1.5,
                10,
                Duration.ofMinutes(2),
                3);
    }

    /** Settings, a capacity set by hand and one order to drain. */
    public static FleetControl control() {
        return new FleetControl(
                settings(),
                true,
                Optional.of(new ManualCapacity(4, NOON.plusSeconds(600), "Zoë")),
                List.of(new DrainOrder("i-0c", "Zoë", NOON)),
                Optional.of(settings()));
    }

    public static Heartbeat heartbeat(String instance, long beat) {
        return new Heartbeat(
                instance, beat, WorkerState.READY, 2, 40, Duration.ofSeconds(9), 35, Duration.ofMillis(120), "model");
    }

    public static FrontReport report(String front, long beat) {
        return new FrontReport(front, beat, 50, 48, 2, Optional.of(Duration.ofMillis(300)), answerTimes());
    }

    /** A front end's report at a time when it waits for nothing. */
    public static FrontReport quietReport(String front, long beat) {
        return new FrontReport(front, beat, 50, 50, 0, Optional.empty(), LatencyHistogram.NONE);
    }

    /** Somebody had an instance drained. */
    public static AuditEntry auditEntry(String id, Instant at) {
        return new AuditEntry(
                id,
                at,
                "Zoë",
                "drain",
                Optional.of("i-0c"),
                "ordered to drain i-0c",
                List.of(Change.of("stage", "ready", "draining")));
    }

    /** Somebody set a capacity. */
    public static AuditEntry auditEntryOfAll(String id, Instant at) {
        return new AuditEntry(
                id,
                at,
                "Zoë",
                "set-capacity",
                Optional.empty(),
                "set the capacity to 3",
                List.of(new Change("capacity", Optional.empty(), Optional.of("3"))));
    }

    /** A meter that has counted for a day. */
    public static Meter meter(Instant at) {
        return new Meter(
                at.minusSeconds(86_400),
                at,
                new Spending(Duration.ofHours(3), Duration.ofMinutes(90), 1000),
                List.of(new Counted("i-0a", 40)));
    }

    /** Ten answers within a few milliseconds, and one that took half a minute. */
    public static LatencyHistogram answerTimes() {
        return new LatencyHistogram(List.of(new Bucket(20, 10), new Bucket(103, 1)));
    }

    /** How a busy fleet stood. */
    public static Sample sample(Instant at) {
        return new Sample(
                at,
                Optional.of(new Backlog(5, 2, 1)),
                7,
                Optional.of(Duration.ofMillis(1500)),
                2,
                3,
                1,
                1,
                6,
                Optional.of(3),
                2.5,
                1.25,
                new Performance(12.5, Duration.ofSeconds(5)),
                Optional.of(meter(at).total()),
                answerTimes().percentiles());
    }

    /** How a fleet stood without work, when the queue couldn't be asked. */
    public static Sample blindSample(Instant at) {
        return new Sample(
                at,
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                0,
                0,
                new Performance(2, Duration.ofSeconds(60)),
                Optional.empty(),
                Optional.empty());
    }

    /** A tick with everything as in {@link #decision}. */
    public static Tick tick(boolean leading, Instant at) {
        DecisionRecord decision = decision("origin-3-2", at);
        return new Tick(
                leading,
                ledger("front-1", 1),
                new SeenLease(NOON, at),
                control(),
                List.of(),
                decision.observation(),
                answerTimes(),
                meter(at),
                decision.decision(),
                decision.shadow(),
                decision.acts(),
                List.of());
    }

    /** A decision to have two instances more. */
    public static DecisionRecord decision(String id, Instant at) {
        return new DecisionRecord(
                id,
                "front-1",
                new Observation(
                        at,
                        new Demand(Optional.of(new Backlog(5, 2, 1)), 7, Optional.of(Duration.ofMillis(1500))),
                        new Traffic(new Rates(2.5, 1.25, 0.5), new Rates(1, 0.75, 0.25)),
                        new Performance(12.5, Duration.ofSeconds(5)),
                        new Supply(true, 1, 0, 1, 2, 1, 0, 0, List.of(Duration.ofSeconds(1), Duration.ofSeconds(4)))),
                new ScalingDecision(
                        6, 4, "8 requests need 6", List.of("the maximum is 4"), "the maximum is 4", "5 are too few"),
                Optional.of(ScalingDecision.of(3, "8 requests need 3", "3 are enough", "2 are too few")),
                List.of("Launched 2 instances of c7i.large"));
    }

    /** A decision for nothing, while the queue couldn't be asked. */
    public static DecisionRecord blindDecision(String id, Instant at) {
        return new DecisionRecord(
                id,
                "front-1",
                new Observation(
                        at,
                        new Demand(Optional.empty(), 0, Optional.empty()),
                        Traffic.NONE,
                        new Performance(1, Duration.ZERO),
                        Supply.NONE),
                ScalingDecision.of(0, "nothing is known", "nothing is known", "there is nothing less"),
                Optional.empty(),
                List.of());
    }
}
