package dev.elasticrecognition.web.observing;

import dev.elasticrecognition.web.FrontEnd;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Startup;

/** Live is a front end that listens for results, or tries to; when it no longer does, only a new start helps. */
@Startup
@Liveness
@ApplicationScoped
public class FrontEndLive implements HealthCheck {

    @Inject
    FrontEnd frontEnd;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("front end")
                .status(frontEnd.isListening())
                .build();
    }
}
