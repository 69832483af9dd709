package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetProvider;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.fleet.SteerFleet;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together how operators steer the fleet. */
@ApplicationScoped
public class FleetBeans {

    @Produces
    @Singleton
    SteerFleet steerFleet(
            SharedDocument<FleetControl> control,
            FleetProvider provider,
            ScalingSettings defaults,
            @ConfigProperty(name = "elastic.fleet.hard-limit", defaultValue = "20") int hardLimit,
            InstantSource clock) {
        return new SteerFleet(control, provider, defaults, hardLimit, clock);
    }
}
