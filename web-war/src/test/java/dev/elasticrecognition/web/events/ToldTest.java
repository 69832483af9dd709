package dev.elasticrecognition.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was told is the id of each event. */
class ToldTest {

    @Test
    void whatWasToldComesBackInAnId() {
        Told told = Told.parse("", 100).and(0).and(99);

        Told again = Told.parse(told.eventId(), 100);

        assertThat(again).isEqualTo(told);
        assertThat(again.contains(0)).isTrue();
        assertThat(again.contains(1)).isFalse();
        assertThat(again.contains(99)).isTrue();
        assertThat(again.isAll()).isFalse();
    }

    @Test
    void allIsToldWhenEachOneIs() {
        Told two = Told.parse("", 5).and(0).and(4);

        assertThat(two.eventId()).isEqualTo("11");
        assertThat(two.and(1).and(2).isAll()).isFalse();
        assertThat(two.and(1).and(2).and(3).isAll()).isTrue();
        assertThat(Told.parse("1f", 5).isAll()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "20", "100", "1F", " 1"})
    void whatIsNoIdOfTheseRequestsStandsForNothing(String eventId) {
        assertThat(Told.parse(eventId, 5)).isEqualTo(Told.parse("0", 5));
    }
}
