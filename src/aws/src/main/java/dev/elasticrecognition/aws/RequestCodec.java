package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** Requests as messages: a pointer to the picture, and where the answer goes. */
final class RequestCodec implements Codec<RecognitionRequest> {

    private static final int VERSION = 1;

    @Override
    public String write(RecognitionRequest request) {
        return Json.write(new Document(
                VERSION, ImageDocument.of(request.id(), request.image()), request.replyTo(), text(request.trace())));
    }

    @Override
    public RecognitionRequest read(String text) {
        Document document = Json.read(text, Document.class);
        UnreadableDocument.requireVersion(document.version(), VERSION);
        try {
            return new RecognitionRequest(
                    document.image().id(),
                    document.image().image(),
                    document.replyTo(),
                    document.trace() == null ? "" : document.trace());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new UnreadableDocument("It is no request: " + e.getMessage(), e);
        }
    }

    /** What there isn't is left out. */
    private static String text(String trace) {
        return trace.isEmpty() ? null : trace;
    }

    /** The JSON shape of version 1; public because JSON-B asks for it. */
    @JsonbPropertyOrder({"version", "image", "replyTo", "trace"})
    public record Document(int version, ImageDocument image, String replyTo, String trace) {}
}
