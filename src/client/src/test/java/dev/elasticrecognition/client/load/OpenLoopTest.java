package dev.elasticrecognition.client.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenLoopTest {

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Duration STALL = Duration.ofMillis(400);

    @TempDir
    private Path directory;

    @Test
    void startsAreEvenlySpacedAndDontDrift() {
        OpenLoop loop = OpenLoop.at(3, Bounds.NONE.images(3_000_001));

        assertThat(loop.starts().limit(4)).containsExactly(0L, 333_333_333L, 666_666_667L, 1_000_000_000L);
        assertThat(loop.starts().max()).hasValue(TimeUnit.SECONDS.toNanos(1_000_000));
    }

    @Test
    void endsAfterSoManyImagesOrSoLong() {
        assertThat(OpenLoop.at(10, Bounds.NONE.duration(Duration.ofSeconds(2))).starts())
                .hasSize(20);
        assertThat(OpenLoop.at(10, Bounds.NONE.duration(Duration.ofSeconds(2)).images(7))
                        .starts())
                .hasSize(7);
    }

    @Test
    void playsATraceFasterAndCutsIt() throws IOException {
        ArrivalTrace trace = trace("at,what\n12.5,b\n10,a\n14,c\n");

        assertThat(OpenLoop.of(trace, 1, Bounds.NONE).starts()).containsExactly(0L, 2500 * MILLI, 4000 * MILLI);
        assertThat(OpenLoop.of(trace, 2, Bounds.NONE.duration(Duration.ofSeconds(2)))
                        .starts())
                .containsExactly(0L, 1250 * MILLI);
    }

    @Test
    void readsTheSimulatorsTimes() throws IOException {
        assertThat(trace("TIMESTAMP\n2023-11-16 18:17:03.9799600\n2023-11-16T18:17:04.98Z\n")
                        .offsets())
                .containsExactly(0, 1_000_040_000L);
    }

    @Test
    void tellsWhichLineOfATraceIsWrong() {
        assertThatThrownBy(() -> trace("1\nsoon\n").offsets())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("'soon'");
        assertThatThrownBy(() -> trace("").offsets()).hasMessageContaining("no timestamps");
    }

    /** The whole generator is held up once, as by a service that takes nothing in for a while. */
    @Test
    void measuresFromTheIntendedStartWhateverHeldItUp() throws InterruptedException {
        var stalled = new AtomicBoolean();
        Target target = () -> {
            if (!stalled.getAndSet(true)) {
                LockSupport.parkNanos(STALL.toNanos());
            }
            return CompletableFuture.completedFuture(Outcome.ANSWERED);
        };
        var recording = new Recording();

        OpenLoop.at(1000, Bounds.NONE.images(500)).run(target, recording);

        Figures figures = Figures.of(recording.samples(), 0);
        assertThat(figures.answered()).isEqualTo(500);
        assertThat(figures.latency().p50())
                .as("half of the stall, more or less")
                .isGreaterThan(0.1);
        assertThat(figures.latency().max()).isGreaterThanOrEqualTo(0.4);
        assertThat(figures.latest()).isGreaterThan(0.3);
    }

    private ArrivalTrace trace(String lines) throws IOException {
        return new ArrivalTrace(Files.writeString(directory.resolve("trace.csv"), lines), 1);
    }
}
