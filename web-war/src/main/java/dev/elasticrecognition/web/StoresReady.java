package dev.elasticrecognition.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is a front end whose stores and queues answer. */
@Readiness
@ApplicationScoped
public class StoresReady implements HealthCheck {

    @Inject
    FrontEnd frontEnd;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("stores and queues")
                .status(frontEnd.isReady())
                .build();
    }
}
