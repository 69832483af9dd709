package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.audit.Audit;
import dev.elasticrecognition.domain.audit.AuditTrail;
import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetProvider;
import dev.elasticrecognition.domain.fleet.FleetSettings;
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
    Audit audit(AuditTrail trail, InstantSource clock) {
        return new Audit(trail, clock);
    }

    @Produces
    @Singleton
    HourlyPrice hourlyPrice(@ConfigProperty(name = HourlyPrice.KEY) double dollars) {
        return new HourlyPrice(dollars);
    }

    @Produces
    @Singleton
    SteerFleet steerFleet(
            SharedDocument<FleetControl> control,
            FleetProvider provider,
            ScalingSettings defaults,
            FleetSettings settings,
            Audit audit,
            InstantSource clock) {
        return new SteerFleet(control, provider, defaults, settings.hardLimit(), audit, clock);
    }
}
