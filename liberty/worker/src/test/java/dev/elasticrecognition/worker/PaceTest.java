package dev.elasticrecognition.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.recognition.Timings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(2, 16);

    @Test
    void itBeginsWithTwiceWhatIsWorkedOnAtOnce() {
        assertThat(pace.first()).isEqualTo(4);
        assertThat(new Pace(2, 3).first()).isEqualTo(3);
    }

    @Test
    void aQuickModelMayHaveAsManyAsAreAllowed() {
        assertThat(pace.next(work(20))).isEqualTo(16);
    }

    @Test
    void aSlowModelGetsNoMoreThanItBeginsWithinASecond() {
        assertThat(pace.next(work(500))).isEqualTo(6);
        assertThat(new Pace(2, 16).next(work(5000))).isEqualTo(2);
    }

    @Test
    void oneSlowPictureAmongQuickOnesHardlyCounts() {
        for (int i = 0; i < 10; i++) {
            pace.next(work(20));
        }

        assertThat(pace.next(work(500))).isEqualTo(16);
    }

    @Test
    void whatNoModelLookedAtSaysNothing() {
        assertThat(pace.next(work(0))).isEqualTo(4);
        pace.next(work(5000));
        assertThat(pace.next(work(0))).isEqualTo(2);
    }

    private static Timings work(long millis) {
        Duration half = Duration.ofMillis(millis).dividedBy(2);
        return new Timings(Duration.ofSeconds(1), Duration.ofSeconds(1), half, half);
    }
}
