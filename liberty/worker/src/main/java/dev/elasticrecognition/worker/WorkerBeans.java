package dev.elasticrecognition.worker;

import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognizeImage;
import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.domain.recognition.Responses;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.telemetry.Tracing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the use case and the settings together. */
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

    @Produces
    @Singleton
    RecognizeImage recognizeImage(
            ImageStore images, Recognizer recognizer, ResultStore results, Responses responses, Tracing tracing) {
        return new RecognizeImage(
                tracing.images(images),
                tracing.recognizer(recognizer),
                tracing.results(results),
                tracing.responses(responses),
                InstantSource.system());
    }

    /** By default two messages for each core: one is at the stores while the other is in the model. */
    @Produces
    @Singleton
    WorkerSettings settings(
            @ConfigProperty(name = WorkerSettings.CONCURRENCY) OptionalInt concurrency,
            @ConfigProperty(name = WorkerSettings.DRAIN_DEADLINE, defaultValue = "PT20S") Duration drainDeadline,
            @ConfigProperty(name = WorkerSettings.HEARTBEAT, defaultValue = "PT2S") Duration heartbeat,
            @ConfigProperty(name = WorkerSettings.LEDGER_CHECK, defaultValue = "PT1S") Duration ledgerCheck,
            @ConfigProperty(name = WorkerSettings.END_WITHOUT_LEADER, defaultValue = "PT10M") Duration endWithoutLeader,
            @ConfigProperty(name = WorkerSettings.INSTANCE) Optional<String> instance) {
        return new WorkerSettings(
                concurrency.orElse(2 * Runtime.getRuntime().availableProcessors()),
                drainDeadline,
                heartbeat,
                ledgerCheck,
                endWithoutLeader,
                instance);
    }
}
