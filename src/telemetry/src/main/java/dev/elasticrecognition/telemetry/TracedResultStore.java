package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Optional;

/** Shows what is put into the store and looked for in it. */
record TracedResultStore(ResultStore results, Spans spans) implements ResultStore {

    @Override
    public RecognitionResult putOnce(RecognitionResult result) {
        var span = spans.span("put result", SpanKind.CLIENT)
                .setAttribute(Words.REQUEST_ID, result.id().value());
        return Spans.within(span, () -> results.putOnce(result));
    }

    @Override
    public Optional<RecognitionResult> find(RequestId id) {
        var span = spans.span("find result", SpanKind.CLIENT).setAttribute(Words.REQUEST_ID, id.value());
        return Spans.within(span, () -> results.find(id));
    }
}
