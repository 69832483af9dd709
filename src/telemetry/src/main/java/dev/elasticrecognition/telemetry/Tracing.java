package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.domain.recognition.Responses;
import dev.elasticrecognition.domain.recognition.ResultStore;
import jakarta.servlet.Filter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes what a request meets on its way visible as spans of one trace. Each method takes a part of the way and gives back
 * the same part, watched; when tracing is off, it gives back the part itself, and nothing of OpenTelemetry is loaded.
 */
public interface Tracing extends AutoCloseable {

    /** The attribute of an HTTP request that holds its route, such as {@code /api/recognitions/{id}}. */
    String ROUTE = "dev.elasticrecognition.route";

    /**
     * Tracing as the standard variables say: it is on if {@code OTEL_EXPORTER_OTLP_ENDPOINT} (or its variant for traces) is
     * set and {@code OTEL_SDK_DISABLED} isn't {@code true}, or if {@code OTEL_SDK_DISABLED} is {@code false}.
     *
     * @param service what this process is, unless {@code OTEL_SERVICE_NAME} says otherwise
     * @param environment of this process
     */
    static Tracing of(String service, Map<String, String> environment) {
        return isOn(environment) ? ExportedTracing.to(service) : new NoTracing();
    }

    private static boolean isOn(Map<String, String> environment) {
        String disabled = environment.getOrDefault("OTEL_SDK_DISABLED", "");
        boolean goesSomewhere = environment.containsKey("OTEL_EXPORTER_OTLP_ENDPOINT")
                || environment.containsKey("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
        return disabled.equalsIgnoreCase("false") || (goesSomewhere && !disabled.equalsIgnoreCase("true"));
    }

    /** What watches the calls of the API, if they are watched: a servlet filter in front of all of it. */
    Optional<Filter> calls();

    ImageStore images(ImageStore images);

    /** Sends with each request the span from which it was sent. */
    MessageQueue<RecognitionRequest> requests(MessageQueue<RecognitionRequest> requests);

    /** Answering of requests, as a part of the trace that the request came with. */
    Function<Lease<RecognitionRequest>, RecognitionResult> answering(
            Function<Lease<RecognitionRequest>, RecognitionResult> answering);

    Recognizer recognizer(Recognizer recognizer);

    ResultStore results(ResultStore results);

    Responses responses(Responses responses);

    /** Delivery of results, as a part of the trace in which the request was sent from here. */
    Consumer<Lease<RecognitionResult>> delivering(Consumer<Lease<RecognitionResult>> delivering);

    /** Exports what is left, for a bounded time. */
    @Override
    void close();
}
