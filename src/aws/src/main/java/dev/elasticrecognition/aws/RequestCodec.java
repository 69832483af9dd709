package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.Submission;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Requests as messages: a pointer to the picture, and where the answer goes. */
final class RequestCodec implements Codec<RecognitionRequest> {

    private static final int VERSION = 1;

    @Override
    public String write(RecognitionRequest request) {
        Submission submission = request.submission();
        return Json.write(new Document(
                VERSION,
                ImageDocument.of(request.id(), request.image()),
                request.replyTo(),
                submission.client(),
                submission.deadline().map(Instant::toString).orElse(null),
                request.trace().isEmpty() ? null : request.trace()));
    }

    @Override
    public RecognitionRequest read(String text) {
        Document document = Json.read(text, Document.class);
        UnreadableDocument.requireVersion(document.version(), VERSION);
        try {
            return document.request();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new UnreadableDocument("It is no request: " + e.getMessage(), e);
        }
    }

    /**
     * The JSON shape of version 1; public because JSON-B asks for it. Client, deadline and trace may be absent.
     *
     * @param deadline in ISO 8601, UTC
     */
    @JsonbPropertyOrder({"version", "image", "replyTo", "client", "deadline", "trace"})
    public record Document(
            int version, ImageDocument image, String replyTo, String client, String deadline, String trace) {

        RecognitionRequest request() {
            Submission submission = new Submission(
                    image.id(),
                    image.image(),
                    Objects.requireNonNullElse(client, Submission.UNKNOWN_CLIENT),
                    Optional.ofNullable(deadline).map(Instant::parse));
            return new RecognitionRequest(submission, replyTo, Objects.requireNonNullElse(trace, ""));
        }
    }
}
