package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import io.opentelemetry.api.trace.SpanKind;
import java.util.function.Function;

/** Shows how a request is answered, below the span from which it was sent. */
record TracedAnswering(Function<Lease<RecognitionRequest>, RecognitionResult> answering, Spans spans)
        implements Function<Lease<RecognitionRequest>, RecognitionResult> {

    @Override
    public RecognitionResult apply(Lease<RecognitionRequest> lease) {
        RecognitionRequest request = lease.message();
        var span = spans.span("process request", SpanKind.CONSUMER)
                .setParent(Spans.parent(request.trace()))
                .setAttribute(Words.MESSAGING_SYSTEM, Words.SQS)
                .setAttribute(Words.MESSAGING_OPERATION, "process")
                .setAttribute(Words.MESSAGING_OPERATION_TYPE, "process")
                .setAttribute(Words.REQUEST_ID, request.id().value())
                .setAttribute(Words.RECEIVE_COUNT, (long) lease.receiveCount())
                .setAttribute(Words.WAITING, lease.waited().toNanos() / 1e6);
        return Spans.entering(span, () -> answering.apply(lease));
    }
}
