package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a server from starting, by its own start script. */
class ServerStartIT {

    private static final int UNUSABLE = 78;

    @TempDir
    Path instance;

    @Test
    @Timeout(180)
    void aWorkerWithoutAUsableModelSaysWhyAndEnds() throws IOException, InterruptedException {
        Path model = Files.createDirectory(instance.resolve("no-model"));

        assertThat(end("worker", Map.of("ELASTIC_MODEL_DIRECTORY", model.toString())))
                .contains("This worker can't start and ends")
                .contains(model.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "front"})
    @Timeout(180)
    void aServerWhoseConfigurationHasFlawsTellsAllOfThemAndEnds(String server)
            throws IOException, InterruptedException {
        assertThat(end(
                        server,
                        Map.of(
                                "ELASTIC_FLEET_MAXIMUN", "3",
                                "ELASTIC_WORKER_TIME_LIMIT", "soon",
                                "ELASTIC_HTTP_PORT", "-2")))
                .contains("ELASTIC_FLEET_MAXIMUN is no setting; the nearest are ELASTIC_FLEET_MAXIMUM")
                .contains("elastic.worker.time-limit must be PT1S to PT12H, but is 'soon'")
                .contains("elastic.http.port must be -1 to 65535, but is '-2'");
    }

    /** What it says before it ends as one that can't be used. */
    private String end(String server, Map<String, String> settings) throws IOException, InterruptedException {
        Path console = instance.resolve("console.log");
        ProcessBuilder start = new ProcessBuilder(RunningSystem.HOME
                        .resolve("liberty/%1$s/target/usr/servers/%1$s/start".formatted(server))
                        .toString())
                .directory(instance.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        start.environment().putAll(settings);

        Process process = start.start();
        try {
            assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isEqualTo(UNUSABLE);
        return Files.readString(console, StandardCharsets.UTF_8);
    }
}
