package dev.elasticrecognition.client.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Ports PORTS = new Ports(1, 2, 3, 4);

    @TempDir
    private Path directory;

    private final List<String> notices = new ArrayList<>();
    private DataDirectory data;
    private Leftovers leftovers;
    private Process process;

    @BeforeEach
    void launch() throws IOException {
        data = new DataDirectory(directory);
        leftovers = new Leftovers(data, notices::add);
        process = new ProcessBuilder("tail", "-f", "/dev/null").start();
    }

    @AfterEach
    void kill() {
        process.destroyForcibly();
    }

    @Test
    void endsWhatIsWrittenDown() throws Exception {
        writeDown(KnownProcess.of(process.toHandle()).orElseThrow());

        assertThat(leftovers.end()).isTrue();

        assertThat(process.onExit()).succeedsWithin(SOON);
        assertThat(data.processes()).doesNotExist();
        assertThat(notices).containsExactly("stopping the local cloud (pid " + process.pid() + ")");
    }

    @Test
    void sparesAForeignProcessThatGotTheIdLater() throws Exception {
        Instant started = process.info().startInstant().orElseThrow();
        writeDown(new KnownProcess(process.pid(), started.minus(Duration.ofHours(1))));

        assertThat(leftovers.end()).isFalse();

        assertThat(process.isAlive()).isTrue();
        assertThat(data.processes()).doesNotExist();
    }

    @Test
    void nothingWrittenDownIsNothingToEnd() throws Exception {
        assertThat(leftovers.end()).isFalse();
    }

    @Test
    void forcesWhatDoesNotListen() throws Exception {
        Path ready = directory.resolve("ready");
        Process deaf = new ProcessBuilder(
                        "sh", "-c", "trap '' TERM; touch '" + ready + "'; tail -f /dev/null; tail -f /dev/null")
                .start();
        await().until(() -> Files.exists(ready));

        ProcessTree.end(List.of(deaf.toHandle()), Duration.ofMillis(200));

        assertThat(deaf.onExit()).succeedsWithin(SOON);
        assertThat(deaf.descendants()).isEmpty();
    }

    private void writeDown(KnownProcess cloud) throws IOException {
        new Running(PORTS, true, Map.of(Role.LOCAL_CLOUD, List.of(cloud))).write(data);
    }
}
