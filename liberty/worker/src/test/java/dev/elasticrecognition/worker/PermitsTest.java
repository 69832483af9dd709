package dev.elasticrecognition.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PermitsTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final Permits permits = new Permits(3);

    @Test
    void asManyAreTakenAsAreFreeAndAsked() throws InterruptedException {
        assertThat(permits.take(2)).isEqualTo(2);
        assertThat(permits.take(10)).isEqualTo(1);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() throws InterruptedException {
        permits.take(3);
        permits.giveBack(2);

        assertThat(permits.take(10)).isEqualTo(2);
    }

    @Test
    void drainingWaitsForWhatIsWorkedOn() throws InterruptedException {
        permits.take(1);
        assertThat(permits.drain(SHORT)).isFalse();

        permits.giveBack(1);
        assertThat(permits.drain(SHORT)).isTrue();
    }
}
