package dev.elasticrecognition.configuration;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the value of a setting has to be.
 *
 * @param text in words, with the range; Markdown
 * @param fits whether a value is so
 */
record Form(String text, Predicate<String> fits) {

    /** Any text; {@code text} says what it stands for. Whoever reads it knows whether it will do. */
    static Form any(String text) {
        return new Form(text, value -> true);
    }

    static Form oneOf(String... values) {
        List<String> choice = List.of(values);
        return new Form(choice.stream().collect(Collectors.joining("` or `", "`", "`")), choice::contains);
    }

    /** A whole number, with the unit that it counts. */
    static Form whole(long least, long most, String unit) {
        return new Form("%d to %d%s".formatted(least, most, unit.isEmpty() ? "" : " " + unit), value -> {
            try {
                long number = Long.parseLong(value);
                return number >= least && number <= most;
            } catch (NumberFormatException e) {
                return false;
            }
        });
    }

    /** A number with or without a fraction. */
    static Form number(String least, String most) {
        BigDecimal from = new BigDecimal(least);
        BigDecimal to = new BigDecimal(most);
        return new Form("number, %s to %s".formatted(least, most), value -> {
            try {
                BigDecimal number = new BigDecimal(value);
                return number.compareTo(from) >= 0 && number.compareTo(to) <= 0;
            } catch (NumberFormatException e) {
                return false;
            }
        });
    }

    /** A duration of ISO 8601, as in {@code PT1M30S}. */
    static Form duration(String least, String most) {
        Duration from = Duration.parse(least);
        Duration to = Duration.parse(most);
        return new Form("%s to %s".formatted(least, most), value -> {
            try {
                Duration duration = Duration.parse(value);
                return duration.compareTo(from) >= 0 && duration.compareTo(to) <= 0;
            } catch (DateTimeParseException e) {
                return false;
            }
        });
    }
}
