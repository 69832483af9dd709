package dev.elasticrecognition.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0                             | PT0S",
                "120                           | PT2M",
                "Tue, 24 Nov 2026 08:00:30 GMT | PT30S",
                "Tue, 24 Nov 2026 07:00:00 GMT | PT0S",
            })
    void readsSecondsAndDates(String header, Duration pause) {
        assertThat(RetryAfter.parse(header, NOW)).contains(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "99999999999999999999"})
    void passesOverWhatIsNeither(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void passesOverItsAbsence() {
        assertThat(RetryAfter.parse(null, NOW)).isEmpty();
    }
}
