package dev.elasticrecognition.systemtests;

import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.testkit.LocalCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One worker that belongs to no fleet, started as an instance starts it. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    /**
     * @param data a directory of its own, whose name is the worker's instance id
     * @param cloud whose services it uses
     * @param settings as environment variables
     */
    WorkerProcess(Path data, LocalCloud cloud, Map<String, String> settings) {
        try {
            log = Files.createDirectories(data).resolve("worker.log");
            ProcessBuilder builder = new ProcessBuilder(RunningSystem.HOME
                            .resolve("liberty/worker/target/usr/servers/worker/start")
                            .toString())
                    .directory(data.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "AWS_ENDPOINT_URL_SQS", cloud.sqs().toString(),
                            "AWS_ENDPOINT_URL_S3", cloud.s3().toString(),
                            "AWS_ACCESS_KEY_ID", cloud.accessKeyId(),
                            "AWS_SECRET_ACCESS_KEY", cloud.secretAccessKey(),
                            "AWS_REGION", "us-east-1",
                            "ELASTIC_WORKER_INSTANCE", data.getFileName().toString()));
            builder.environment().putAll(settings);
            process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What it has logged so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for it to end by itself. */
    int awaitExit() {
        await().atMost(Duration.ofMinutes(3)).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** Has it drain and end. */
    @Override
    public void close() {
        process.destroy();
        await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    }
}
