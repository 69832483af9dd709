package dev.elasticrecognition.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerSettingsTest {

    @Test
    void theLimitsThemselvesAreAllowed() {
        assertThat(settings(1, "PT0S", "PT0.1S", "PT0.1S", "PT1S", "i-1").instance())
                .contains("i-1");
        assertThat(settings(256, "PT10M", "PT1M", "PT1M", "PT24H", "i-1").concurrency())
                .isEqualTo(256);
    }

    @ParameterizedTest
    @CsvSource({
        "elastic.worker.concurrency,        0,   PT20S,   PT2S,     PT1S,     PT10M,   i-1",
        "elastic.worker.concurrency,        257, PT20S,   PT2S,     PT1S,     PT10M,   i-1",
        "elastic.worker.drain-deadline,     4,   PT-1S,   PT2S,     PT1S,     PT10M,   i-1",
        "elastic.worker.drain-deadline,     4,   PT10M1S, PT2S,     PT1S,     PT10M,   i-1",
        "elastic.worker.heartbeat,          4,   PT20S,   PT0.099S, PT1S,     PT10M,   i-1",
        "elastic.worker.heartbeat,          4,   PT20S,   PT61S,    PT1S,     PT10M,   i-1",
        "elastic.worker.ledger-check,       4,   PT20S,   PT2S,     PT0.099S, PT10M,   i-1",
        "elastic.worker.ledger-check,       4,   PT20S,   PT2S,     PT61S,    PT10M,   i-1",
        "elastic.worker.end-without-leader, 4,   PT20S,   PT2S,     PT1S,     PT0.9S,  i-1",
        "elastic.worker.end-without-leader, 4,   PT20S,   PT2S,     PT1S,     PT24H1S, i-1",
        "elastic.worker.instance,           4,   PT20S,   PT2S,     PT1S,     PT10M,   ../i-1",
        "elastic.worker.instance,           4,   PT20S,   PT2S,     PT1S,     PT10M,   ''",
    })
    void nonsenseIsRefusedByItsKey(
            String key, int concurrency, String drain, String heartbeat, String check, String end, String instance) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(concurrency, drain, heartbeat, check, end, instance))
                .withMessageStartingWith(key);
    }

    @ParameterizedTest
    @CsvSource({
        "elastic.worker.time-limit,          PT0.9S,   PT30S,    5",
        "elastic.worker.time-limit,          PT12H1S,  PT30S,    5",
        "elastic.queue.visibility-timeout,   PT1M,     PT0.9S,   5",
        "elastic.queue.visibility-timeout,   PT1M,     PT12H1S,  5",
        "elastic.queue.max-receives,         PT1M,     PT30S,    0",
        "elastic.queue.max-receives,         PT1M,     PT30S,    1001",
    })
    void impossibleLimitsAreRefusedByTheirKeys(String key, Duration timeLimit, Duration visibility, int receives) {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkerSettings(
                        4, timeLimit, visibility, receives, second, second, second, second, Optional.empty()))
                .withMessageStartingWith(key);
    }

    private static WorkerSettings settings(
            int concurrency, String drain, String heartbeat, String check, String end, String instance) {
        return new WorkerSettings(
                concurrency,
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                5,
                Duration.parse(drain),
                Duration.parse(heartbeat),
                Duration.parse(check),
                Duration.parse(end),
                Optional.of(instance));
    }
}
