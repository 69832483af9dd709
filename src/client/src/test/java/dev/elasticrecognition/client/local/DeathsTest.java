package dev.elasticrecognition.client.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeathsTest {

    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private final Deaths deaths = new Deaths(() -> now);

    @Test
    void threeWithinAMinuteAreTooMany() {
        assertThat(deaths.areTooManyWith(Role.FRONT_END)).isFalse();
        assertThat(deaths.areTooManyWith(Role.FRONT_END)).isFalse();
        assertThat(deaths.areTooManyWith(Role.FRONT_END)).isTrue();
    }

    @Test
    void oldDeathsAreForgiven() {
        for (int hour = 0; hour < 10; hour++) {
            assertThat(deaths.areTooManyWith(Role.FRONT_END)).isFalse();
            assertThat(deaths.areTooManyWith(Role.FRONT_END)).isFalse();
            now = now.plus(Duration.ofHours(1));
        }
    }

    @Test
    void eachProgramDiesForItself() {
        deaths.areTooManyWith(Role.FRONT_END);
        deaths.areTooManyWith(Role.FRONT_END);

        assertThat(deaths.areTooManyWith(Role.LOCAL_CLOUD)).isFalse();
    }
}
