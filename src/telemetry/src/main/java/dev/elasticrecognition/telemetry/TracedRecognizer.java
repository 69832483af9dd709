package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;

/** Shows what the model said, and where the time went. A picture that can't be recognised is no failure of the model's. */
record TracedRecognizer(Recognizer recognizer, Spans spans) implements Recognizer {

    @Override
    public String modelId() {
        return recognizer.modelId();
    }

    @Override
    public void check() {
        recognizer.check();
    }

    @Override
    public Recognition recognize(byte[] image) {
        Span span = spans.span("recognize", SpanKind.INTERNAL)
                .setAttribute(Words.MODEL, recognizer.modelId())
                .startSpan();
        try {
            Recognition recognition = recognizer.recognize(image);
            span.setAttribute(Words.DECODING, recognition.decoding().toNanos() / 1e6);
            span.setAttribute(Words.INFERENCE, recognition.inference().toNanos() / 1e6);
            span.setAttribute(Words.LABEL, recognition.predictions().get(0).label());
            return recognition;
        } catch (RejectedImage rejected) {
            span.setAttribute(Words.PROBLEM, rejected.problem().kind().toString());
            throw rejected;
        } catch (RuntimeException e) {
            Spans.failed(span, e);
            throw e;
        } finally {
            span.end();
        }
    }
}
