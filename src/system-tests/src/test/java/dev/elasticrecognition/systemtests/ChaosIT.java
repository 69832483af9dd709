package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code elastic chaos} does for an hour. */
class ChaosIT {

    @TempDir
    Path directory;

    @Test
    @Timeout(400)
    void accidentsCostNoAnswer() throws Exception {
        Path said = directory.resolve("said");
        Process chaos = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Delastic.home=" + RunningSystem.HOME,
                        "-jar",
                        RunningSystem.HOME.resolve("src/chaos/target/chaos.jar").toString(),
                        "--seed=12",
                        "--duration=16s",
                        "--every=2s",
                        "--accidents=kill-worker,kill-cloud,duplicates,cut-connections,lost-answers,delayed-connections,freeze-front-end",
                        "--instances=1",
                        "--patience=2m",
                        "--data=" + directory.resolve("data")))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            chaos.waitFor(380, TimeUnit.SECONDS);
        } finally {
            chaos.destroy();
        }

        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(chaos.waitFor()).as(text).isZero();
        assertThat(text)
                .contains(
                        "7 accidents struck",
                        "kill-worker: i-",
                        "kill-cloud: local cloud",
                        "| the ledger disagrees | 0 |");
    }
}
