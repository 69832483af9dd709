package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.domain.recognition.Responses;
import dev.elasticrecognition.domain.recognition.ResultStore;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tracing that is on, by OpenTelemetry's own SDK. */
final class ExportedTracing implements Tracing {

    /** A collector that doesn't answer must not hold up the end of a server. */
    private static final Duration LAST_EXPORT = Duration.ofSeconds(2);

    private final OpenTelemetrySdk sdk;
    private final Spans spans;
    private final SentSpans sent = new SentSpans();

    ExportedTracing(OpenTelemetrySdk sdk) {
        this.sdk = sdk;
        this.spans = new Spans(sdk);
    }

    /** Traces to where the standard variables say, by HTTP with Protocol Buffers if they don't say how; and traces only. */
    static ExportedTracing to(String service) {
        Map<String, String> defaults = Map.of(
                "otel.service.name", service,
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none");
        return new ExportedTracing(AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> defaults)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk());
    }

    @Override
    public Optional<Filter> calls() {
        return Optional.of(new TracedCalls(spans));
    }

    @Override
    public ImageStore images(ImageStore images) {
        return new TracedImageStore(images, spans);
    }

    @Override
    public MessageQueue<RecognitionRequest> requests(MessageQueue<RecognitionRequest> requests) {
        return new TracedRequests(requests, spans, sent);
    }

    @Override
    public Function<Lease<RecognitionRequest>, RecognitionResult> answering(
            Function<Lease<RecognitionRequest>, RecognitionResult> answering) {
        return new TracedAnswering(answering, spans);
    }

    @Override
    public Recognizer recognizer(Recognizer recognizer) {
        return new TracedRecognizer(recognizer, spans);
    }

    @Override
    public ResultStore results(ResultStore results) {
        return new TracedResultStore(results, spans);
    }

    @Override
    public Responses responses(Responses responses) {
        return new TracedResponses(responses, spans);
    }

    @Override
    public Consumer<Lease<RecognitionResult>> delivering(Consumer<Lease<RecognitionResult>> delivering) {
        return new TracedDelivery(delivering, spans, sent);
    }

    @Override
    public void close() {
        sdk.shutdown().join(LAST_EXPORT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
