package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.recognition.RequestId;
import io.opentelemetry.api.trace.SpanContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The spans from which requests were sent, until their answers arrive. Of requests that were never answered the oldest are
 * forgotten. Safe for use by several threads.
 */
final class SentSpans {

    private static final int MOST = 10_000;

    private final Map<RequestId, SpanContext> spans = new LinkedHashMap<>();

    synchronized void put(RequestId id, SpanContext span) {
        spans.put(id, span);
        if (spans.size() > MOST) {
            spans.remove(spans.keySet().iterator().next());
        }
    }

    synchronized Optional<SpanContext> take(RequestId id) {
        return Optional.ofNullable(spans.remove(id));
    }
}
