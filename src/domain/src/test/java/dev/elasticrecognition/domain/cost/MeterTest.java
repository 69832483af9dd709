package dev.elasticrecognition.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elasticrecognition.domain.cost.Meter.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is paid for is counted by the second, a minute at least, whoever reads the meter and however often. */
class MeterTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void anInstanceCostsFromItsLaunchByTheSecond() {
        Meter meter = Meter.begin(NOON);
        for (int second = 1; second <= 100; second++) {
            meter = read(meter, second, new Running("i-1", NOON.plusSeconds(10), 0));
        }

        assertThat(meter.total().paid()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void oneThatEndsAtOnceCostsAMinute() {
        Meter meter = read(Meter.begin(NOON), 11, new Running("i-1", NOON.plusSeconds(10), 0));
        meter = read(read(meter, 12), 500);

        assertThat(meter.total().paid()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void eachStartCostsAMinuteAnew() {
        Meter meter = read(Meter.begin(NOON), 11, new Running("i-1", NOON.plusSeconds(10), 0));
        meter = read(meter, 20);
        meter = read(meter, 31, new Running("i-1", NOON.plusSeconds(30), 0));

        assertThat(meter.total().paid()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void whatRanBeforeTheMeterBeganCostsAndCountsFromThenOn() {
        Running before = new Running("i-1", NOON.minusSeconds(1000), 70);
        Meter meter = read(Meter.begin(NOON), 10, before);
        meter = read(meter, 20, new Running("i-1", NOON.minusSeconds(1000), 75));

        assertThat(meter.total()).isEqualTo(new Spending(Duration.ofSeconds(20), Duration.ofMillis(2500), 5));
    }

    @Test
    void anInstanceThatIsShownLateIsCountedInFull() {
        Meter meter = read(read(Meter.begin(NOON), 10), 100, new Running("i-1", NOON.plusSeconds(5), 9));

        assertThat(meter.total().paid()).isEqualTo(Duration.ofSeconds(95));
        assertThat(meter.total().images()).isEqualTo(9);
    }

    @Test
    void anInstanceThatWasHiddenForAWhileIsNotCountedTwice() {
        Meter meter = read(Meter.begin(NOON), 1000, new Running("i-1", NOON, 90));
        meter = read(meter, 1001);
        meter = read(meter, 1002, new Running("i-1", NOON, 91));

        assertThat(meter.total().paid()).isEqualTo(Duration.ofSeconds(1001));
        assertThat(meter.total().images()).isEqualTo(90);
    }

    @Test
    void howOftenItIsReadMakesNoDifference() {
        Meter often = Meter.begin(NOON);
        for (int second = 1; second <= 600; second++) {
            often = read(often, second, running(second));
        }

        Meter once = read(Meter.begin(NOON), 600, running(600));

        assertThat(often.total()).isEqualTo(once.total());
        assertThat(once.total().images()).isEqualTo(1200);
    }

    @Test
    void aWorkerThatBeginsAnewIsCountedAnew() {
        Meter meter = read(Meter.begin(NOON), 10, new Running("i-1", NOON, 50));
        meter = read(meter, 20, new Running("i-1", NOON, 3));

        assertThat(meter.total().images()).isEqualTo(53);
    }

    @Test
    void aClockThatGoesBackChangesNothing() {
        Meter meter = read(Meter.begin(NOON), 100, new Running("i-1", NOON, 50));

        assertThat(read(meter, 50, new Running("i-1", NOON, 60))).isEqualTo(meter);
    }

    @Test
    void pricesFollowFromTheTimeThatIsPaid() {
        Spending spent = new Spending(Duration.ofMinutes(90), Duration.ofMinutes(60), 2000);

        assertThat(spent.instanceHours()).isEqualTo(1.5);
        assertThat(spent.price(0.08)).isCloseTo(0.12, within(1e-9));
        assertThat(spent.pricePerThousand(0.08).orElseThrow()).isCloseTo(0.06, within(1e-9));
        assertThat(spent.ratio()).hasValue(1.5);
        assertThat(Spending.NONE.pricePerThousand(0.08)).isEmpty();
        assertThat(Spending.NONE.ratio()).isEmpty();
    }

    @Test
    void whatWasSpentSinceAnEarlierMomentIsTheDifferenceUnlessTheMeterBeganAnew() {
        Spending earlier = new Spending(Duration.ofMinutes(10), Duration.ofMinutes(5), 100);
        Spending later = new Spending(Duration.ofMinutes(12), Duration.ofMinutes(6), 130);

        assertThat(later.since(earlier)).isEqualTo(new Spending(Duration.ofMinutes(2), Duration.ofMinutes(1), 30));
        assertThat(earlier.since(later)).isEqualTo(earlier);
    }

    private static Running running(int second) {
        return new Running("i-1", NOON, second * 2L);
    }

    private static Meter read(Meter meter, int second, Running... running) {
        return meter.read(NOON.plusSeconds(second), List.of(running), 2);
    }
}
