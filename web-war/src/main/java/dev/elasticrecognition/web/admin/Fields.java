package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.scaling.InvalidSetting;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads the members of documents that operators send. What can't be read is an {@link InvalidSetting} that names it. */
final class Fields {

    private Fields() {}

    static int whole(String field, BigDecimal value) {
        try {
            return required(field, value).intValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidSetting(field, "must be a whole number");
        }
    }

    static double number(String field, BigDecimal value) {
        return required(field, value).doubleValue();
    }

    /** A duration in ISO 8601, as in {@code PT1M30S}. */
    static Duration duration(String field, String value) {
        try {
            return Duration.parse(required(field, value));
        } catch (DateTimeParseException e) {
            throw new InvalidSetting(field, "must be a duration like PT1M30S");
        }
    }

    static <T> T required(String field, T value) {
        if (value == null) {
            throw new InvalidSetting(field, "must be there");
        }
        return value;
    }
}
