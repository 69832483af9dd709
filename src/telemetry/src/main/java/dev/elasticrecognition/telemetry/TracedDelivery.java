package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import java.util.function.Consumer;

/** Shows how a result is delivered, below the span from which its request was sent from here. */
record TracedDelivery(Consumer<Lease<RecognitionResult>> delivering, Spans spans, SentSpans sent)
        implements Consumer<Lease<RecognitionResult>> {

    @Override
    public void accept(Lease<RecognitionResult> lease) {
        sent.take(lease.message().id()).ifPresentOrElse(span -> deliver(lease, span), () -> delivering.accept(lease));
    }

    private void deliver(Lease<RecognitionResult> lease, SpanContext sender) {
        var span = spans.span("process response", SpanKind.CONSUMER)
                .setParent(Spans.parent(sender))
                .setAttribute(Words.MESSAGING_SYSTEM, Words.SQS)
                .setAttribute(Words.MESSAGING_OPERATION, "process")
                .setAttribute(Words.MESSAGING_OPERATION_TYPE, "process")
                .setAttribute(Words.REQUEST_ID, lease.message().id().value());
        Spans.entering(span, () -> delivering.accept(lease));
    }
}
