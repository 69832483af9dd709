package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.OpenImage;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.StoredImage;
import dev.elasticrecognition.domain.recognition.Submission;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.Optional;

/** Shows what is put into the store and fetched from it; listings belong to no request. */
record TracedImageStore(ImageStore images, Spans spans) implements ImageStore {

    @Override
    public StoredImage put(Submission submission, ImageContent content) {
        SubmittedImage image = submission.image();
        var span = span("put image", submission.id())
                .setAttribute(Words.IMAGE_TYPE, image.type().toString())
                .setAttribute(Words.IMAGE_SIZE, image.size());
        return Spans.within(span, () -> images.put(submission, content));
    }

    @Override
    public Optional<Submission> find(RequestId id) {
        return Spans.within(span("find image", id), () -> images.find(id));
    }

    @Override
    public Optional<byte[]> content(RequestId id) {
        return Spans.within(span("get image", id), () -> images.content(id));
    }

    @Override
    public Optional<OpenImage> open(RequestId id) {
        return Spans.within(span("open image", id), () -> images.open(id));
    }

    @Override
    public void withdraw(Submission submission) {
        Spans.within(span("withdraw image", submission.id()), () -> images.withdraw(submission));
    }

    @Override
    public List<StoredImage> list(Optional<RequestId> after, int atMost) {
        return images.list(after, atMost);
    }

    private SpanBuilder span(String name, RequestId id) {
        return spans.span(name, SpanKind.CLIENT).setAttribute(Words.REQUEST_ID, id.value());
    }
}
