package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.cost.Meter;
import dev.elasticrecognition.domain.cost.Spending;
import dev.elasticrecognition.domain.fleet.BootTimes;
import dev.elasticrecognition.domain.fleet.Breaker;
import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetControl.ManualCapacity;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.SeenLease;
import dev.elasticrecognition.domain.fleet.Tally;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.latency.LatencyHistogram;
import dev.elasticrecognition.domain.latency.LatencyHistogram.Bucket;
import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.scaling.Demand;
import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.Performance;
import dev.elasticrecognition.domain.scaling.Rates;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.domain.scaling.ScalingSettings.Policy;
import dev.elasticrecognition.domain.scaling.Supply;
import dev.elasticrecognition.domain.scaling.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A tick with a different number in every place. */
final class FleetTicks {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Demand BUSY = new Demand(Optional.of(new Backlog(5, 2, 1)), 7, Optional.of(Duration.ofMillis(1500)));

    private FleetTicks() {}

    static Tick tick(Breaker breaker) {
        return tick(BUSY, breaker);
    }

    static Tick tick(Demand demand, Breaker breaker) {
        ScalingSettings settings = new ScalingSettings(
                Policy.LATENCY_OBJECTIVE, 0, 20, Duration.ofSeconds(2), 1, 10, Duration.ofMinutes(2), 0);
        return new Tick(
                true,
                new FleetLedger(
                        "origin",
                        "front-1",
                        3,
                        9,
                        List.of(),
                        List.of(),
                        breaker,
                        new BootTimes(List.of()),
                        12.5,
                        new Tally(16, 15, 14, 13, 12, 11),
                        Optional.empty()),
                new SeenLease(NOON, NOON),
                new FleetControl(
                        settings,
                        true,
                        Optional.of(new ManualCapacity(4, breaker.openUntil(), "Joe")),
                        List.of(),
                        Optional.of(settings)),
                List.of(),
                new Observation(
                        NOON,
                        demand,
                        new Traffic(new Rates(2.5, 1.25, 0.5), new Rates(1, 0.75, 0.25)),
                        new Performance(12.5, Duration.ofSeconds(5)),
                        new Supply(true, 1, 0, 1, 2, 1, 3, 4, List.of(Duration.ofSeconds(1), Duration.ofSeconds(4)))),
                new LatencyHistogram(List.of(new Bucket(0, 50), new Bucket(100, 40), new Bucket(200, 10))),
                new Meter(NOON, NOON, new Spending(Duration.ofMillis(7_900), Duration.ofSeconds(6), 5), List.of()),
                new ScalingDecision(6, 4, "8 requests need 6", List.of("the maximum is 4"), "at most 4", "5 needed"),
                Optional.of(ScalingDecision.of(9, "9 are needed", "9 are enough", "8 are too few")),
                List.of(),
                List.of());
    }
}
