package dev.elasticrecognition.web.observing;

import dev.elasticrecognition.telemetry.Tracing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Begins and ends tracing. */
@ApplicationScoped
public class ObservingBeans {

    @Produces
    @Singleton
    Tracing tracing() {
        return Tracing.of("elastic-recognition-front", System.getenv());
    }

    void close(@Disposes Tracing tracing) {
        tracing.close();
    }
}
