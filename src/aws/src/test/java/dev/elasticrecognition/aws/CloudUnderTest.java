package dev.elasticrecognition.aws;

import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.testkit.LocalCloud;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Real queues, stores and machines: those of the local cloud, or of moto's server, which isn't ours, if the system property
 * {@code moto.server} names its command.
 */
record CloudUnderTest(URI s3Endpoint, AwsCredentialsProvider credentials, Clients clients, Runnable end)
        implements AutoCloseable {

    private static final Optional<String> MOTO = Optional.ofNullable(System.getProperty("moto.server"));

    /** Of the three services. */
    record Clients(S3Client s3, SqsClient sqs, Ec2Client ec2) {}

    /** Whether it is moto's server. */
    static boolean isMoto() {
        return MOTO.isPresent();
    }

    /**
     * Starts it.
     *
     * @param data an empty directory
     */
    static CloudUnderTest start(Path data) throws IOException {
        return MOTO.isPresent() ? moto(MOTO.get()) : local(data);
    }

    /** Starts moto's server. */
    static CloudUnderTest moto(String command) throws IOException {
        int port = freePort();
        URI all = URI.create("http://127.0.0.1:" + port);
        Process server = new ProcessBuilder(command, "-H", "127.0.0.1", "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        CloudUnderTest moto = of(all, all, all, "any", "thing", () -> {
            server.destroy();
            server.onExit().join();
        });
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> moto.clients().ec2().describeRegions().hasRegions());
        return moto;
    }

    private static CloudUnderTest local(Path data) throws IOException {
        LocalCloud cloud = LocalCloud.start(data);
        return of(cloud.s3(), cloud.sqs(), cloud.ec2(), cloud.accessKeyId(), cloud.secretAccessKey(), cloud::close);
    }

    private static CloudUnderTest of(
            URI s3, URI sqs, URI ec2, String accessKeyId, String secretAccessKey, Runnable end) {
        AwsCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey));
        Clients clients = new Clients(
                S3Client.builder()
                        .endpointOverride(s3)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .build(),
                SqsClient.builder()
                        .endpointOverride(sqs)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .build(),
                Ec2Client.builder()
                        .endpointOverride(ec2)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .build());
        return new CloudUnderTest(s3, credentials, clients, end);
    }

    /** A machine image that it takes; moto takes its own only. */
    String image() {
        return isMoto()
                ? clients.ec2()
                        .describeImages(describe -> describe.owners("amazon"))
                        .images()
                        .get(0)
                        .imageId()
                : "ami-00000001";
    }

    @Override
    public void close() {
        clients.s3().close();
        clients.sqs().close();
        clients.ec2().close();
        end.run();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
