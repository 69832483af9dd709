package dev.elasticrecognition.workers;

import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.scaling.FixedCapacity;
import dev.elasticrecognition.domain.scaling.FleetProvider;
import dev.elasticrecognition.domain.scaling.ScaleFleet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the policy and what it needs together. */
@ApplicationScoped
public class ScalingBeans {

    @Produces
    @Singleton
    ScaleFleet scaleFleet(
            FleetProvider provider,
            MessageQueue<RecognitionRequest> requests,
            @ConfigProperty(name = "elastic.fleet.capacity", defaultValue = "1") int capacity) {
        return new ScaleFleet(provider, requests::backlog, new FixedCapacity(capacity), InstantSource.system());
    }
}
