package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.Responses;
import io.opentelemetry.api.trace.SpanKind;

/** Shows how a result is announced. */
record TracedResponses(Responses responses, Spans spans) implements Responses {

    @Override
    public void send(String replyTo, RecognitionResult result) {
        var span = spans.span("send response", SpanKind.PRODUCER)
                .setAttribute(Words.MESSAGING_SYSTEM, Words.SQS)
                .setAttribute(Words.MESSAGING_OPERATION, "send")
                .setAttribute(Words.MESSAGING_OPERATION_TYPE, "send")
                .setAttribute(Words.MESSAGING_DESTINATION, replyTo)
                .setAttribute(Words.REQUEST_ID, result.id().value());
        Spans.within(span, () -> responses.send(replyTo, result));
    }
}
