package dev.elasticrecognition.systemtests;

import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.testkit.LocalCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One front end, started as the supervisor starts it, so that there can be several. */
final class FrontEndProcess implements AutoCloseable {

    private static final Pattern PASSWORD = Pattern.compile("The operator's password is (\\S+);");
    private static final Duration START = Duration.ofMinutes(3);

    /** For half a minute of it the server lets calls end that it has begun. */
    private static final Duration STOP = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final URI address;

    /**
     * @param data a directory of its own
     * @param cloud whose services it uses
     * @param settings as environment variables
     */
    FrontEndProcess(Path data, LocalCloud cloud, Map<String, String> settings) {
        int port = RunningSystem.freePort();
        address = URI.create("http://localhost:" + port);
        try {
            log = Files.createDirectories(data).resolve("front.log");
            ProcessBuilder builder = new ProcessBuilder(RunningSystem.HOME
                    .resolve("liberty/front/target/usr/servers/front/start")
                    .toString());
            builder.environment().putAll(settings);
            builder.environment()
                    .putAll(Map.of(
                            "AWS_ENDPOINT_URL_SQS", cloud.sqs().toString(),
                            "AWS_ENDPOINT_URL_S3", cloud.s3().toString(),
                            "AWS_ENDPOINT_URL_EC2", cloud.ec2().toString(),
                            "AWS_ACCESS_KEY_ID", cloud.accessKeyId(),
                            "AWS_SECRET_ACCESS_KEY", cloud.secretAccessKey(),
                            "AWS_REGION", "us-east-1",
                            "WLP_OUTPUT_DIR", data.toString(),
                            "ELASTIC_HTTP_PORT", Integer.toString(port)));
            process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Rest rest() {
        return new Rest(address);
    }

    URI address() {
        return address;
    }

    ProcessHandle server() {
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

    void awaitReady() {
        await().atMost(START)
                .ignoreExceptions()
                .until(() -> rest().get("/health/ready").status() == 200);
    }

    /** The password that it made for the operator, if it was the first. */
    Optional<String> password() {
        Matcher found = PASSWORD.matcher(log());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Kills the server where it stands. */
    void kill() {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        process.destroy();
        await().atMost(STOP).until(() -> !process.isAlive());
    }
}
