package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.Optional;

/** Shows what is put into the store and looked for in it; listings belong to no request. */
record TracedResultStore(ResultStore results, Spans spans) implements ResultStore {

    @Override
    public RecognitionResult putOnce(RecognitionResult result) {
        return Spans.within(span("put result", result.id()), () -> results.putOnce(result));
    }

    @Override
    public Optional<RecognitionResult> find(RequestId id) {
        return Spans.within(span("find result", id), () -> results.find(id));
    }

    @Override
    public List<RequestId> list(Optional<RequestId> after, int atMost) {
        return results.list(after, atMost);
    }

    @Override
    public List<RequestId> listFailed(Optional<RequestId> after, int atMost) {
        return results.listFailed(after, atMost);
    }

    private SpanBuilder span(String name, RequestId id) {
        return spans.span(name, SpanKind.CLIENT).setAttribute(Words.REQUEST_ID, id.value());
    }
}
