package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import io.opentelemetry.api.trace.SpanKind;
import java.util.function.Consumer;

/** Shows how a request is answered, below the span from which it was sent. */
record TracedAnswering(Consumer<Lease<RecognitionRequest>> answering, Spans spans)
        implements Consumer<Lease<RecognitionRequest>> {

    @Override
    public void accept(Lease<RecognitionRequest> lease) {
        RecognitionRequest request = lease.message();
        var span = spans.span("process request", SpanKind.CONSUMER)
                .setParent(Spans.parent(request.trace()))
                .setAttribute(Words.MESSAGING_SYSTEM, Words.SQS)
                .setAttribute(Words.MESSAGING_OPERATION, "process")
                .setAttribute(Words.MESSAGING_OPERATION_TYPE, "process")
                .setAttribute(Words.REQUEST_ID, request.id().value())
                .setAttribute(Words.RECEIVE_COUNT, (long) lease.receiveCount())
                .setAttribute(Words.WAITING, lease.waited().toNanos() / 1e6);
        Spans.entering(span, () -> answering.accept(lease));
    }
}
