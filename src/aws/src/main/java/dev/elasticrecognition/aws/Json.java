package dev.elasticrecognition.aws;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;

/** Documents to JSON text and back. */
final class Json {

    private static final Jsonb JSONB = JsonbBuilder.create();

    private Json() {}

    static String write(Object document) {
        return JSONB.toJson(document);
    }

    /** @throws UnreadableDocument if the text isn't such a document */
    static <T> T read(String text, Class<T> type) {
        try {
            T document = JSONB.fromJson(text, type);
            if (document == null) {
                throw new UnreadableDocument("It holds null", null);
            }
            return document;
        } catch (JsonbException e) {
            throw new UnreadableDocument("It is no %s: %s".formatted(type.getSimpleName(), e.getMessage()), e);
        }
    }
}
