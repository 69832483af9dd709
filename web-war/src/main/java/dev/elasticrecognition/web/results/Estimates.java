package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.fleet.EstimateAnswer;
import dev.elasticrecognition.domain.fleet.FleetView;
import dev.elasticrecognition.domain.fleet.Prospect;
import dev.elasticrecognition.domain.recognition.SentRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells callers when to expect their answers. */
@ApplicationScoped
public class Estimates {

    @Inject
    FleetView fleet;

    @Inject
    SentRequests sent;

    @Inject
    InstantSource clock;

    @Inject
    @ConfigProperty(name = "elastic.fleet.tick")
    Duration tick;

    /** What a request has to expect that was or is just being sent; empty if that can't be told. */
    public Optional<Prospect> ofOneThatJoinsNow() {
        return new EstimateAnswer(fleet, sent, tick, clock).ofOneThatJoinsNow();
    }
}
