package dev.elasticrecognition.aws;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Records to JSON text and back: a property for each component, in the order of the alphabet unless the record says
 * otherwise, times in ISO 8601. What is absent is left out; properties that a record doesn't know are skipped.
 */
final class Json {

    private static final Jsonb JSONB =
            JsonbBuilder.create(new JsonbConfig().withPropertyVisibilityStrategy(new ComponentsOnly()));

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

    /** Hides methods like {@code isEmpty()}, which JSON-B takes for properties too. */
    private static final class ComponentsOnly implements PropertyVisibilityStrategy {

        @Override
        public boolean isVisible(Field field) {
            return true;
        }

        @Override
        public boolean isVisible(Method method) {
            Class<?> type = method.getDeclaringClass();
            return type.isRecord()
                    && Arrays.stream(type.getRecordComponents())
                            .anyMatch(component -> component.getAccessor().equals(method));
        }
    }
}
