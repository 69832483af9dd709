package dev.elasticrecognition.client.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.client.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service that answers 100 requests a second at once, but stands still for a second in the middle. */
class CoordinatedOmissionTest {

    private static final Duration STALL = Duration.ofSeconds(1);
    private static final int IMAGES = 200;

    @Test
    void anOpenLoopShowsAllWhoMetTheStall() throws IOException, InterruptedException {
        Figures figures = figures(OpenLoop.at(100, Bounds.NONE.images(IMAGES)));

        assertThat(figures.answered()).isEqualTo(IMAGES);
        assertThat(figures.latency().p90()).isBetween(0.6, 1.2);
        assertThat(figures.latency().max()).isBetween(1.0, 1.5);
    }

    @Test
    void aClosedLoopMeetsItOnceWithEachClient() throws IOException, InterruptedException {
        Figures figures = figures(new ClosedLoop(1, Bounds.NONE.images(IMAGES)));

        assertThat(figures.answered()).isEqualTo(IMAGES);
        assertThat(figures.latency().p99()).isLessThan(0.5);
        assertThat(figures.latency().max()).isBetween(1.0, 1.5);
    }

    private static Figures figures(Loop loop) throws IOException, InterruptedException {
        var recording = new Recording();
        try (var service = new StallingService(IMAGES / 2, STALL)) {
            byte[] picture = "picture".getBytes(StandardCharsets.UTF_8);
            loop.run(
                    new PictureTarget(service.uri(), Credentials.none(), List.of(picture), Duration.ofSeconds(30)),
                    recording);
        }
        return Figures.of(recording.samples(), 0);
    }
}
