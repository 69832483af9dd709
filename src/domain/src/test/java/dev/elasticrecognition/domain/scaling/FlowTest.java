package dev.elasticrecognition.domain.scaling;

import static dev.elasticrecognition.domain.scaling.Observations.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowTest {

    private final Flow flow = new Flow();

    @Test
    void beforeTheFirstCountNothingHappens() {
        assertThat(flow.rates()).isEqualTo(Rates.NONE);
    }

    @Test
    void theFirstRequestIsNoStream() {
        flow.count(NOON, 1);

        assertThat(flow.rates()).isEqualTo(Rates.NONE);
    }

    @Test
    void aYoungFlowIsSpreadOverTenSecondsAtLeast() {
        flow.count(NOON, 0);
        flow.count(NOON.plusSeconds(2), 4);

        assertThat(flow.rates()).isEqualTo(new Rates(0.4, 0.4, 0.4));
    }

    @Test
    void eachWindowSeesItsOwn() {
        IntStream.rangeClosed(0, 200).forEach(i -> flow.count(NOON.plusSeconds(2L * i), i <= 195 ? 2 : 20));

        assertThat(flow.rates().tenSeconds()).isEqualTo(10);
        assertThat(flow.rates().minute()).isEqualTo((25 * 2 + 5 * 20) / 60.0);
        assertThat(flow.rates().fiveMinutes()).isCloseTo((145 * 2 + 5 * 20) / 300.0, within(1e-9));
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        flow.count(NOON, 0);
        flow.count(NOON.plusSeconds(1), 1000);
        flow.count(NOON.plusSeconds(302), 0);

        assertThat(flow.rates()).isEqualTo(Rates.NONE);
    }
}
