package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Optional;

/** Shows what is put into the store and fetched from it. */
record TracedImageStore(ImageStore images, Spans spans) implements ImageStore {

    @Override
    public void put(RequestId id, SubmittedImage image, byte[] content) {
        var span = spans.span("put image", SpanKind.CLIENT)
                .setAttribute(Words.REQUEST_ID, id.value())
                .setAttribute(Words.IMAGE_TYPE, image.type().toString())
                .setAttribute(Words.IMAGE_SIZE, image.size());
        Spans.within(span, () -> images.put(id, image, content));
    }

    @Override
    public Optional<SubmittedImage> find(RequestId id) {
        var span = spans.span("find image", SpanKind.CLIENT).setAttribute(Words.REQUEST_ID, id.value());
        return Spans.within(span, () -> images.find(id));
    }

    @Override
    public Optional<byte[]> content(RequestId id) {
        var span = spans.span("get image", SpanKind.CLIENT).setAttribute(Words.REQUEST_ID, id.value());
        return Spans.within(span, () -> images.content(id));
    }
}
