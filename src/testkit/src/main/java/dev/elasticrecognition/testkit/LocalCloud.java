package dev.elasticrecognition.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The local cloud as a process of its own, on free ports, for tests that need real stores and queues. The system
 * property {@code local-cloud.jar} says where it is.
 *
 * @param sqs where SQS answers
 * @param s3 where S3 answers
 * @param ec2 where EC2 answers
 * @param accessKeyId half of the credentials that it made for itself
 * @param secretAccessKey the other half
 */
public record LocalCloud(Process process, URI sqs, URI s3, URI ec2, String accessKeyId, String secretAccessKey)
        implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("local cloud ready: sqs=(?<sqs>\\S+) s3=(?<s3>\\S+) ec2=(?<ec2>\\S+) .*");
    private static final int STOP_SECONDS = 60;

    /**
     * Starts one and waits until it is ready.
     *
     * @param data an empty directory, or that of one that is to go on
     * @param options further options of its command line
     */
    public static LocalCloud start(Path data, String... options) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-jar", System.getProperty("local-cloud.jar")));
        command.addAll(List.of("--data", data.toString(), "--sqs-port", "0", "--s3-port", "0", "--ec2-port", "0"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Matcher ready = readyLine(process.inputReader());
        Properties credentials = credentials(data);
        return new LocalCloud(
                process,
                URI.create(ready.group("sqs")),
                URI.create(ready.group("s3")),
                URI.create(ready.group("ec2")),
                credentials.getProperty("aws_access_key_id"),
                credentials.getProperty("aws_secret_access_key"));
    }

    /** Stops it, instances included. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The local cloud doesn't stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static Matcher readyLine(BufferedReader output) {
        return output.lines()
                .map(READY::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The local cloud ended before it was ready"));
    }

    /** The shared credentials file has the form of properties, but for its section's name. */
    private static Properties credentials(Path data) {
        Properties credentials = new Properties();
        try (BufferedReader file = Files.newBufferedReader(data.resolve("credentials"))) {
            credentials.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return credentials;
    }
}
