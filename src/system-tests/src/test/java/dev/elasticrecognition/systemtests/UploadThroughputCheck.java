package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.testkit.LocalCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Compares uploads through the front end with a bare loop over the same stores: put the picture, send a message. No worker
 * runs. Not part of the tests; see the page on uploads in the documentation.
 */
class UploadThroughputCheck {

    private static final int CLIENTS = 64;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("seconds", 10));
    private static final int BYTES = 100_000;

    @TempDir
    static Path data;

    @Test
    void uploadsAreNearlyAsFastAsTheStores() throws Exception {
        try (LocalCloud cloud = LocalCloud.start(data.resolve("cloud"));
                FrontEndProcess front =
                        new FrontEndProcess(data.resolve("front"), cloud, Map.of("ELASTIC_FLEET_MAXIMUM", "0"));
                Stores stores = new Stores(cloud)) {
            front.awaitReady();
            Uploads uploads = new Uploads(front.address());
            for (int round = 0; round < WARM_UP; round++) {
                perSecond(stores::putAndSend);
                perSecond(uploads::upload);
            }
            double bare = 0;
            double through = 0;
            for (int round = 0; round < ROUNDS; round++) {
                double bareNow = perSecond(stores::putAndSend);
                double throughNow = perSecond(uploads::upload);
                System.out.printf(
                        "round %d: bare %.0f/s, front end %.0f/s: %.0f %%%n",
                        round + 1, bareNow, throughNow, 100 * throughNow / bareNow);
                bare += bareNow / ROUNDS;
                through += throughNow / ROUNDS;
            }
            System.out.printf(
                    "%d clients, %d bytes: bare %.0f/s, front end %.0f/s: %.0f %%%n",
                    CLIENTS, BYTES, bare, through, 100 * through / bare);
            assertThat(through / bare).isGreaterThanOrEqualTo(0.7);
        }
    }

    private static double perSecond(Act act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long end = System.nanoTime() + ROUND.toNanos();
            List<Future<Long>> counts = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                counts.add(threads.submit(() -> repeat(act, end)));
            }
            long total = 0;
            for (Future<Long> count : counts) {
                total += count.get();
            }
            return total / (ROUND.toMillis() / 1e3);
        } finally {
            threads.shutdown();
        }
    }

    private static long repeat(Act act, long end) throws Exception {
        long count = 0;
        while (System.nanoTime() < end) {
            act.perform(picture());
            count++;
        }
        return count;
    }

    /** The header of a JPEG and noise, different each time, so that no earlier answer or picture is of use. */
    private static byte[] picture() {
        byte[] picture = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(picture);
        byte[] header = {
            (byte) 0xFF,
            (byte) 0xD8,
            (byte) 0xFF,
            (byte) 0xC0,
            0,
            17,
            8,
            1,
            0x40,
            1,
            (byte) 0xF4,
            3,
            1,
            0x22,
            0,
            2,
            0x11,
            1,
            3,
            0x11,
            1
        };
        ByteBuffer.wrap(picture).put(header);
        return picture;
    }

    @FunctionalInterface
    private interface Act {

        void perform(byte[] picture) throws IOException, InterruptedException;
    }

    private record Uploads(HttpClient http, URI address) {

        Uploads(URI frontEnd) {
            this(HttpClient.newHttpClient(), frontEnd.resolve("/api/recognitions"));
        }

        void upload(byte[] picture) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "image/jpeg")
                    .POST(BodyPublishers.ofByteArray(picture))
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(202);
        }
    }

    private static final class Stores implements AutoCloseable {

        private final SdkHttpClient http =
                AwsCrtHttpClient.builder().maxConcurrency(128).build();
        private final S3Client s3;
        private final SqsClient sqs;
        private final String queue;

        Stores(LocalCloud cloud) {
            var credentials = StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey()));
            s3 = S3Client.builder()
                    .httpClient(http)
                    .endpointOverride(cloud.s3())
                    .region(Region.US_EAST_1)
                    .credentialsProvider(credentials)
                    .build();
            sqs = SqsClient.builder()
                    .httpClient(http)
                    .endpointOverride(cloud.sqs())
                    .region(Region.US_EAST_1)
                    .credentialsProvider(credentials)
                    .build();
            s3.createBucket(create -> create.bucket("bare"));
            queue = sqs.createQueue(create -> create.queueName("bare")).queueUrl();
        }

        void putAndSend(byte[] picture) {
            String key = UUID.randomUUID().toString();
            s3.putObject(put -> put.bucket("bare").key(key), RequestBody.fromBytes(picture));
            sqs.sendMessage(send -> send.queueUrl(queue).messageBody("{\"version\":1,\"key\":\"" + key + "\"}"));
        }

        @Override
        public void close() {
            s3.close();
            sqs.close();
            http.close();
        }
    }
}
