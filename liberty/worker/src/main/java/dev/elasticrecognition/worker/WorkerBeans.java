package dev.elasticrecognition.worker;

import dev.elasticrecognition.telemetry.Tracing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes what a worker needs of its settings. */
@ApplicationScoped
public class WorkerBeans {

    @Produces
    @Singleton
    Tracing tracing() {
        return Tracing.of("elastic-recognition-worker", System.getenv());
    }

    void close(@Disposes Tracing tracing) {
        tracing.close();
    }

    /** By default eight messages for each core: one or two are in the model, the others at the stores and queues. */
    @Produces
    @Singleton
    WorkerSettings settings(
            @ConfigProperty(name = WorkerSettings.CONCURRENCY) OptionalInt concurrency,
            @ConfigProperty(name = WorkerSettings.TIME_LIMIT) Duration timeLimit,
            @ConfigProperty(name = WorkerSettings.VISIBILITY_TIMEOUT) Duration visibilityTimeout,
            @ConfigProperty(name = WorkerSettings.MAX_RECEIVES) int maxReceives,
            @ConfigProperty(name = WorkerSettings.DRAIN_DEADLINE) Duration drainDeadline,
            @ConfigProperty(name = WorkerSettings.HEARTBEAT) Duration heartbeat,
            @ConfigProperty(name = WorkerSettings.LEDGER_CHECK) Duration ledgerCheck,
            @ConfigProperty(name = WorkerSettings.END_WITHOUT_LEADER) Duration endWithoutLeader,
            @ConfigProperty(name = WorkerSettings.INSTANCE) Optional<String> instance) {
        return new WorkerSettings(
                concurrency.orElse(Math.min(256, 8 * Runtime.getRuntime().availableProcessors())),
                timeLimit,
                visibilityTimeout,
                maxReceives,
                drainDeadline,
                heartbeat,
                ledgerCheck,
                endWithoutLeader,
                instance);
    }
}
