package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.List;

/** Shows each send, and sends with the request from where it was sent. */
record TracedRequests(MessageQueue<RecognitionRequest> requests, Spans spans, SentSpans sent)
        implements MessageQueue<RecognitionRequest> {

    @Override
    public void send(RecognitionRequest request) {
        Span.current().setAttribute(Words.REQUEST_ID, request.id().value());
        var span = spans.span("send request", SpanKind.PRODUCER)
                .setAttribute(Words.MESSAGING_SYSTEM, Words.SQS)
                .setAttribute(Words.MESSAGING_OPERATION, "send")
                .setAttribute(Words.MESSAGING_OPERATION_TYPE, "send")
                .setAttribute(Words.REQUEST_ID, request.id().value());
        Spans.within(span, () -> {
            sent.put(request.id(), Span.current().getSpanContext());
            requests.send(new RecognitionRequest(request.submission(), request.replyTo(), Spans.traceparent()));
        });
    }

    @Override
    public List<Lease<RecognitionRequest>> receive(int atMost, Duration wait) {
        return requests.receive(atMost, wait);
    }

    @Override
    public Backlog backlog() {
        return requests.backlog();
    }
}
