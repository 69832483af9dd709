package dev.elasticrecognition.domain.scaling;

import static dev.elasticrecognition.domain.scaling.Observations.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is needed now; something was. */
class KeptForAWindowTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final ScalingPolicy NOTHING = (now, past) -> ScalingDecision.of(0, "nothing", "nothing", "nothing");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a need counts in full at first, 1, 12, 20, 12",
        "and until the window is over, 600, 12, 20, 12",
        "then it fades, 1200, 12, 20, 6",
        "of what is left the next whole number is kept, 1300, 12, 20, 5",
        "until nothing is left, 1800, 12, 20, 0",
        "it keeps what is there and asks for no more, 1, 12, 7, 7",
        "a need counts for no more than the maximum, 1200, 100, 20, 10"
    })
    void keeps(String sentence, int secondsAgo, int needed, int capacity, int kept) {
        RecentNeeds past = RecentNeeds.NONE.and(NOON.minusSeconds(secondsAgo), needed);

        assertThat(decide(TEN_MINUTES, past, capacity).desiredCapacity())
                .as(sentence)
                .isEqualTo(kept);
    }

    @Test
    void whatIsLeftOfAnOldNeedMayBeMoreThanANewerOne() {
        RecentNeeds past = RecentNeeds.NONE.and(NOON.minusSeconds(900), 20).and(NOON.minusSeconds(10), 8);

        ScalingDecision decision = decide(TEN_MINUTES, past, 20);

        assertThat(decision.desiredCapacity()).isEqualTo(15);
        assertThat(decision.reason())
                .contains("20 were needed 900 s ago, which counts in full for 600 s and fades out until 1800 s");
    }

    @Test
    void theNeedOfNowStaysTheNeed() {
        RecentNeeds past = RecentNeeds.NONE.and(NOON.minusSeconds(1), 5);

        assertThat(decide(TEN_MINUTES, past, 5).need()).isZero();
    }

    @Test
    void aWindowIsNoLongerThanTwentyBoots() {
        RecentNeeds past = RecentNeeds.NONE.and(NOON.minusSeconds(90), 6);
        Observation threeSecondBoots = Observations.quiet()
                .instances(6)
                .bootingFor(Duration.ofSeconds(3))
                .now();

        assertThat(new KeptForAWindow(TEN_MINUTES, 20, NOTHING)
                        .decide(threeSecondBoots, past)
                        .desiredCapacity())
                .isEqualTo(5);
    }

    @Test
    void withoutAWindowNothingIsKept() {
        assertThat(decide(Duration.ZERO, RecentNeeds.NONE.and(NOON.minusSeconds(1), 5), 5)
                        .desiredCapacity())
                .isZero();
    }

    @Test
    void afterAnHourEverythingIsForgotten() {
        RecentNeeds past = RecentNeeds.NONE.and(NOON.minus(RecentNeeds.HORIZON), 5);

        assertThat(decide(RecentNeeds.HORIZON, past, 5).desiredCapacity()).isZero();
    }

    @Test
    void refusesWhatIsNoWindow() {
        assertThatThrownBy(() -> new KeptForAWindow(Duration.ofHours(2), 20, NOTHING))
                .hasMessageContaining("no window");
        assertThatThrownBy(() -> new KeptForAWindow(Duration.ofSeconds(-1), 20, NOTHING))
                .hasMessageContaining("no window");
    }

    private static ScalingDecision decide(Duration window, RecentNeeds past, int capacity) {
        return new KeptForAWindow(window, 20, NOTHING)
                .decide(Observations.quiet().instances(capacity).now(), past);
    }
}
