package dev.elasticrecognition.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header {@code Retry-After}: a number of seconds or a date. What is neither is as good as none. */
final class RetryAfter {

    private static final int NINE_DIGITS = 9;

    private RetryAfter() {}

    static Optional<Duration> parse(String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String value = header.strip();
        return isSeconds(value) ? Optional.of(Duration.ofSeconds(Long.parseLong(value))) : untilDate(value, now);
    }

    private static boolean isSeconds(String value) {
        return !value.isEmpty()
                && value.length() <= NINE_DIGITS
                && value.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private static Optional<Duration> untilDate(String value, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
