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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the build prepares for the starts of servers would be ignored without a word if it didn't fit. */
class PreparedStartIT {

    private static final String STARTED = "CWWKF0011I";

    @TempDir
    Path instance;

    @ParameterizedTest
    @CsvSource({"worker, worker.Worker", "front, web.FrontEnd"})
    @Timeout(240)
    void aServerStartsFromTheArchiveOfItsClassesAndTellsNobodyThatItRuns(String server, String type)
            throws IOException, InterruptedException {
        Path classes = instance.resolve("classes.log");
        Path console = instance.resolve("console.log");
        ProcessBuilder start = new ProcessBuilder(RunningSystem.HOME
                        .resolve("liberty/%1$s/target/usr/servers/%1$s/start".formatted(server))
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
                        "ELASTIC_HTTP_PORT", "-1",
                        "AWS_ENDPOINT_URL", "http://127.0.0.1:9",
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "none",
                        "AWS_SECRET_ACCESS_KEY", "none"));

        Process process = start.start();
        try {
            await().atMost(Duration.ofMinutes(3)).until(() -> text(console).contains(STARTED));
        } finally {
            process.destroy();
            assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(text(classes)).contains("dev.elasticrecognition." + type + " source: shared objects file (top)");
        assertThat(instance.resolve(".cache/Microsoft")).doesNotExist();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
