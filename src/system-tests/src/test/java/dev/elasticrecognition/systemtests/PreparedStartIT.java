package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the build prepares for the starts of workers would be ignored without a word if it didn't fit. */
class PreparedStartIT {

    private static final String STARTED = "CWWKF0011I";

    @TempDir
    Path instance;

    @Test
    @Timeout(240)
    void aWorkerStartsFromTheArchiveOfItsClassesAndTellsNobodyThatItRuns() throws IOException, InterruptedException {
        Path classes = instance.resolve("classes.log");
        Path console = instance.resolve("console.log");
        ProcessBuilder start = new ProcessBuilder(RunningSystem.HOME
                        .resolve("liberty/worker/target/usr/servers/worker/start")
                        .toString())
                .directory(instance.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        // ONNX Runtime reports nothing where a CI variable is set.
        start.environment().remove("CI");
        start.environment()
                .putAll(Map.of(
                        "HOME", instance.toString(),
                        "JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes,
                        "ELASTIC_WORKER_INSTANCE", "none",
                        "AWS_ENDPOINT_URL", "http://127.0.0.1:9",
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "none",
                        "AWS_SECRET_ACCESS_KEY", "none"));

        Process worker = start.start();
        try {
            await().atMost(Duration.ofMinutes(3)).until(() -> text(console).contains(STARTED));
        } finally {
            worker.destroy();
            assertThat(worker.waitFor(40, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(text(classes))
                .containsPattern("dev\\.elasticrecognition\\.worker\\.Worker source: shared objects file \\(top\\)");
        assertThat(instance.resolve(".cache/Microsoft")).doesNotExist();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
