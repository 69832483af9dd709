package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker is started by its own start script, as an instance does it. */
class WorkerStartIT {

    private static final int UNUSABLE = 78;

    @TempDir
    Path instance;

    @Test
    @Timeout(180)
    void aWorkerWithoutAUsableModelSaysWhyAndEnds() throws IOException, InterruptedException {
        Path model = Files.createDirectory(instance.resolve("no-model"));
        Path console = instance.resolve("console.log");
        ProcessBuilder start = new ProcessBuilder(RunningSystem.HOME
                        .resolve("liberty/worker/target/usr/servers/worker/start")
                        .toString())
                .directory(instance.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        start.environment().put("ELASTIC_MODEL_DIRECTORY", model.toString());

        Process worker = start.start();
        try {
            assertThat(worker.waitFor(150, TimeUnit.SECONDS)).isTrue();
        } finally {
            worker.destroyForcibly();
        }

        assertThat(worker.exitValue()).isEqualTo(UNUSABLE);
        assertThat(Files.readString(console, StandardCharsets.UTF_8))
                .contains("This worker can't start and ends")
                .contains(model.toString());
    }
}
