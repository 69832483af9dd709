package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** Results as (input, output) pairs: the objects of the output bucket, and the messages that announce them. */
final class ResultCodec implements Codec<RecognitionResult> {

    private static final int VERSION = 1;

    @Override
    public String write(RecognitionResult result) {
        return Json.write(
                new Document(VERSION, ImageDocument.of(result.id(), result.image()), OutputDocument.of(result)));
    }

    @Override
    public RecognitionResult read(String text) {
        Document document = Json.read(text, Document.class);
        UnreadableDocument.requireVersion(document.version(), VERSION);
        try {
            return document.output().resultFor(document.input());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new UnreadableDocument("It is no result: " + e.getMessage(), e);
        }
    }

    /** The JSON shape of version 1; public because JSON-B asks for it. */
    @JsonbPropertyOrder({"version", "input", "output"})
    public record Document(int version, ImageDocument input, OutputDocument output) {}
}
