package dev.elasticrecognition.domain.scaling;

import dev.elasticrecognition.domain.messaging.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An observation of a site where nothing happens, and what it's changed to. */
record Observations(Observation now) {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** Instances answer 2 requests per second and boot for 60 s. */
    static Observations quiet() {
        return new Observations(new Observation(
                NOON,
                new Demand(Optional.of(new Backlog(0, 0, 0)), 0, Optional.empty()),
                Traffic.NONE,
                new Performance(2, Duration.ofSeconds(60)),
                Supply.NONE));
    }

    Observations waiting(int requests) {
        return demand(new Demand(Optional.of(new Backlog(requests, 0, 0)), 0, Optional.empty()));
    }

    Observations demand(Demand demand) {
        return new Observations(new Observation(now.at(), demand, now.traffic(), now.performance(), now.supply()));
    }

    Observations arriving(double tenSeconds, double minute, double fiveMinutes) {
        Traffic traffic = new Traffic(new Rates(tenSeconds, minute, fiveMinutes), Rates.NONE);
        return new Observations(new Observation(now.at(), now.demand(), traffic, now.performance(), now.supply()));
    }

    Observations bootingFor(Duration boot) {
        Performance performance = new Performance(now.performance().serviceRate(), boot);
        return new Observations(new Observation(now.at(), now.demand(), now.traffic(), performance, now.supply()));
    }

    /** Ready instances, and others that have been booting for so many seconds. */
    Observations instances(int ready, Integer... bootAges) {
        return supply(true, ready, bootAges);
    }

    Observations supply(boolean known, int ready, Integer... bootAges) {
        List<Duration> ages = Stream.of(bootAges).map(Duration::ofSeconds).toList();
        Supply supply = new Supply(known, 0, 0, ages.size(), ready, 0, 0, 0, ages);
        return new Observations(new Observation(now.at(), now.demand(), now.traffic(), now.performance(), supply));
    }
}
