package dev.elasticrecognition.localcloud;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A local cloud as its users have it: the packaged jar in a process of its own, and clients for it. */
record CloudProcess(Process process, Path data, String readyLine) implements AutoCloseable {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Starts a cloud on free ports and waits for its ready line. */
    static CloudProcess start(Path data, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--sqs-port", "0", "--s3-port", "0", "--ec2-port", "0"));
        all.addAll(List.of(options));
        Process process = launch(data, all);
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        return new CloudProcess(process, data, String.valueOf(output.readLine()));
    }

    /** Starts a cloud that is not expected to become ready. */
    static Process launch(Path data, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("local-cloud.jar"),
                "--data",
                data.toString()));
        command.addAll(options);
        return new ProcessBuilder(command).start();
    }

    URI endpoint(String service) {
        Properties endpoints = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("endpoints.properties"))) {
            endpoints.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return URI.create(endpoints.getProperty(service));
    }

    AwsCredentialsProvider credentials() {
        return ProfileCredentialsProvider.builder()
                .profileFile(ProfileFile.builder()
                        .type(ProfileFile.Type.CREDENTIALS)
                        .content(data.resolve("credentials"))
                        .build())
                .profileName("default")
                .build();
    }

    AwsCredentialsProvider wrongSecret() {
        String id = credentials().resolveCredentials().accessKeyId();
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, "wrong"));
    }

    Ec2Client ec2() {
        return ec2(credentials());
    }

    Ec2Client ec2(AwsCredentialsProvider credentials) {
        return Ec2Client.builder()
                .endpointOverride(endpoint("ec2"))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .build();
    }

    /** A client that tells of each refusal, instead of trying again. */
    Ec2Client ec2WithoutRetries() {
        return Ec2Client.builder()
                .endpointOverride(endpoint("ec2"))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials())
                .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    S3Client s3() {
        return s3(credentials());
    }

    S3Client s3(AwsCredentialsProvider credentials) {
        return S3Client.builder()
                .endpointOverride(endpoint("s3"))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .build();
    }

    SqsClient sqs() {
        return SqsClient.builder()
                .endpointOverride(endpoint("sqs"))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials())
                .build();
    }

    /** As {@code kill -9} does it. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** As an operator does it; returns the exit status. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The cloud does not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
