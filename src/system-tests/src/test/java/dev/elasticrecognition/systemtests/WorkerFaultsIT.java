package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.systemtests.Gateway.Call;
import dev.elasticrecognition.systemtests.Gateway.Meddler;
import dev.elasticrecognition.testkit.LocalCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What can go wrong between a worker and its queues and stores does; each request ends with the one right answer all the
 * same, and nothing is left in a queue.
 */
class WorkerFaultsIT {

    private static final String LABEL = "drilling platform";

    /** No more than a header, of 30000 x 30000 pixels. */
    private static final byte[] PNG_OF_900_MEGAPIXELS =
            Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwCAIAAADpRW/t");

    private static final String MESSAGE = """
            {"version": 1, "replyTo": "nobody",
             "image": {"key": "%s", "fileName": "file.jpg", "type": "image/jpeg", "size": 1, "sha256": "%s"}}""";

    private static final Duration VISIBILITY_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path directory;

    private static final AtomicInteger WORKERS = new AtomicInteger();
    private static LocalCloud cloud;
    private static FrontEndProcess front;
    private static Gateway sqs;
    private static Gateway s3;
    private static SqsClient queues;
    private static S3Client stores;
    private static Rest rest;

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(directory.resolve("cloud"));
        front = new FrontEndProcess(
                directory.resolve("front"),
                cloud,
                Map.of(
                        "ELASTIC_FLEET_MAXIMUM",
                        "0",
                        "ELASTIC_QUEUE_VISIBILITY_TIMEOUT",
                        VISIBILITY_TIMEOUT.toString()));
        sqs = new Gateway(cloud.sqs());
        s3 = new Gateway(cloud.s3());
        queues = Cloud.sqs(cloud);
        stores = Cloud.s3(cloud);
        front.awaitReady();
        rest = front.rest().with("Cache-Control", "no-cache");
    }

    @AfterAll
    static void stop() {
        stores.close();
        queues.close();
        front.close();
        s3.close();
        sqs.close();
        cloud.close();
    }

    /** Each worker is killed with a request of its own, and finishes first what its predecessor left. */
    @Test
    void whereverAWorkerIsKilledEachRequestIsAnsweredOnce() {
        Map<String, Predicate<Call>> before = new LinkedHashMap<>();
        Map<String, Predicate<Call>> after = new LinkedHashMap<>();
        after.put("received", call -> call.is("ReceiveMessage"));
        before.put("about to fetch", call -> call.is("GET", "/elastic-input/"));
        after.put("fetched", call -> call.is("GET", "/elastic-input/"));
        before.put("about to store", call -> call.is("PUT", "/elastic-output/"));
        after.put("stored", call -> call.is("PUT", "/elastic-output/"));
        before.put("about to announce", call -> call.is("SendMessageBatch"));
        after.put("announced", call -> call.is("SendMessageBatch"));
        before.put("about to complete", call -> call.is("DeleteMessageBatch"));
        after.put("completed", call -> call.is("DeleteMessageBatch"));
        List<String> ids = new ArrayList<>();
        int failed = ledger("failed");

        before.forEach((place, calls) -> ids.add(dieAt(place, calls, call -> false)));
        after.forEach((place, calls) -> ids.add(dieAt(place, call -> false, calls)));

        try (WorkerProcess last = worker(Map.of())) {
            ids.forEach(id -> assertThat(answer(id)).isEqualTo(LABEL));
            awaitEmptyQueues();
            assertThat(last.handle().isAlive()).isTrue();
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(9);
        assertThat(ledger("waiting")).isZero();
        assertThat(ledger("failed")).isEqualTo(failed);
    }

    /** The first worker has the message, and its lease is over, before the second one begins to receive. */
    @Test
    void aMessageThatTwoWorkersHaveAtOnceIsAnsweredOnce() throws IOException {
        CompletableFuture<Void> firstStores = new CompletableFuture<>();
        CompletableFuture<Void> secondStores = new CompletableFuture<>();
        Map<String, String> neverExtends = Map.of("ELASTIC_QUEUE_VISIBILITY_TIMEOUT", "PT5M");
        try (Gateway firstStore = new Gateway(cloud.s3());
                Gateway firstQueue = new Gateway(cloud.sqs());
                WorkerProcess first = worker(
                        neverExtends,
                        Map.of(
                                "AWS_ENDPOINT_URL_SQS", firstQueue.address().toString(),
                                "AWS_ENDPOINT_URL_S3", firstStore.address().toString()))) {
            awaitEmptyQueues();
            firstStore.meddle(storeWhenBothDo(firstStores, secondStores));
            s3.meddle(storeWhenBothDo(secondStores, firstStores));
            String id = upload();
            firstStores.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            firstQueue.meddle(new Meddler() {
                @Override
                public boolean refuses(Call call) {
                    return call.is("ReceiveMessage");
                }
            });

            try (WorkerProcess second = worker(neverExtends)) {
                assertThat(answer(id)).isEqualTo(LABEL);
                assertThat(secondStores).isDone();
                awaitEmptyQueues();
                assertThat(first.handle().isAlive()).isTrue();
                assertThat(second.handle().isAlive()).isTrue();
            }
        } finally {
            s3.meddle(new Meddler() {});
        }
    }

    private static Meddler storeWhenBothDo(CompletableFuture<Void> here, CompletableFuture<Void> there) {
        return new Meddler() {
            @Override
            public boolean refuses(Call call) {
                if (call.is("PUT", "/elastic-output/")) {
                    here.complete(null);
                    there.copy()
                            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .join();
                }
                return false;
            }
        };
    }

    @Test
    void aPictureThatTakesLongerThanTheLeaseIsWorkedOnOnce() {
        AtomicInteger fetched = new AtomicInteger();
        AtomicInteger extended = new AtomicInteger();
        s3.meddle(new Meddler() {
            @Override
            public void answered(Call call, String body) {
                if (call.is("GET", "/elastic-input/")) {
                    fetched.incrementAndGet();
                    await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
                }
            }
        });
        sqs.meddle(new Meddler() {
            @Override
            public void answered(Call call, String body) {
                if (call.is("ChangeMessageVisibility")) {
                    extended.incrementAndGet();
                }
            }
        });
        try (WorkerProcess worker = worker(Map.of())) {
            String id = upload();

            assertThat(answer(id)).isEqualTo(LABEL);
            awaitEmptyQueues();
            assertThat(fetched).hasValue(1);
            assertThat(extended.get()).isGreaterThanOrEqualTo(3);
            assertThat(worker.handle().isAlive()).isTrue();
        } finally {
            s3.meddle(new Meddler() {});
            sqs.meddle(new Meddler() {});
        }
    }

    @Test
    void storesAndQueuesThatFailEveryThirdTimeSpoilNothing() {
        AtomicInteger calls = new AtomicInteger();
        Meddler everyThird = new Meddler() {
            @Override
            public boolean refuses(Call call) {
                return calls.incrementAndGet() % 3 == 0;
            }
        };
        try (WorkerProcess worker = worker(Map.of())) {
            assertThat(answer(upload())).isEqualTo(LABEL);
            s3.meddle(everyThird);
            sqs.meddle(everyThird);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                ids.add(upload());
            }

            ids.forEach(id -> assertThat(answer(id)).isEqualTo(LABEL));
            awaitEmptyQueues();
            assertThat(worker.handle().isAlive()).isTrue();
        } finally {
            s3.meddle(new Meddler() {});
            sqs.meddle(new Meddler() {});
        }
    }

    /** The front end would refuse them; a worker doesn't rely on that. */
    @Test
    void whatIsNoPictureFailsAndHarmsNoneBesideIt() {
        byte[] good = Pictures.bytes("rocket.jpg");
        Map<String, String> bad = new LinkedHashMap<>();
        List<String> pictures = new ArrayList<>();
        try (WorkerProcess worker = worker(Map.of())) {
            awaitEmptyQueues();
            bad.put(send("no picture at all".getBytes(StandardCharsets.UTF_8)), "unsupported-type");
            pictures.add(send(good));
            bad.put(send(Arrays.copyOf(good, good.length / 2)), "undecodable-image");
            pictures.add(send(good));
            bad.put(send(PNG_OF_900_MEGAPIXELS), "too-many-pixels");
            pictures.add(send(good));

            pictures.forEach(id -> assertThat(answer(id)).isEqualTo(LABEL));
            bad.forEach((id, problem) -> assertThat(failure(id)).endsWith(":" + problem));
            awaitEmptyQueues();
            assertThat(worker.handle().isAlive()).isTrue();
        }
    }

    @Test
    void ifNobodyListensForTheAnswerTheStoreHasIt() {
        String id = upload();
        queues.listQueues(list -> list.queueNamePrefix("elastic-responses-"))
                .queueUrls()
                .forEach(url -> queues.deleteQueue(delete -> delete.queueUrl(url)));

        try (WorkerProcess worker = worker(Map.of())) {
            assertThat(answer(id)).isEqualTo(LABEL);
            awaitEmptyQueues();
            assertThat(worker.handle().isAlive()).isTrue();
        }
    }

    /** Uploads a picture and has a new worker killed at a call, before the service sees it or after it has answered. */
    private static String dieAt(String place, Predicate<Call> before, Predicate<Call> after) {
        try (WorkerProcess worker = worker(Map.of())) {
            awaitEmptyQueues();
            Meddler killer = new Meddler() {
                @Override
                public boolean refuses(Call call) {
                    return before.test(call) && kill(worker.handle());
                }

                @Override
                public void answered(Call call, String body) {
                    boolean nothing = call.is("ReceiveMessage") && !body.contains("ReceiptHandle");
                    if (after.test(call) && !nothing) {
                        kill(worker.handle());
                    }
                }
            };
            s3.meddle(killer);
            sqs.meddle(killer);
            String id = upload();
            await(place).atMost(PATIENCE).until(() -> !worker.handle().isAlive());
            return id;
        } finally {
            s3.meddle(new Meddler() {});
            sqs.meddle(new Meddler() {});
        }
    }

    private static boolean kill(ProcessHandle process) {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
        return true;
    }

    private static WorkerProcess worker(Map<String, String> settings) {
        return worker(settings, Map.of());
    }

    private static WorkerProcess worker(Map<String, String> settings, Map<String, String> endpoints) {
        Map<String, String> all = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL_SQS", sqs.address().toString(),
                "AWS_ENDPOINT_URL_S3", s3.address().toString(),
                "ELASTIC_QUEUE_VISIBILITY_TIMEOUT", VISIBILITY_TIMEOUT.toString()));
        all.putAll(settings);
        all.putAll(endpoints);
        return new WorkerProcess(directory.resolve("worker-" + WORKERS.incrementAndGet()), cloud, all);
    }

    /** Puts a file where a picture is expected, and asks for its label. */
    private static String send(byte[] file) {
        String id = RequestId.at(Instant.now()).value();
        stores.putObject(
                put -> put.bucket("elastic-input")
                        .key(id)
                        .contentType("image/jpeg")
                        .metadata(Map.of("file-name", "file.jpg", "sha256", "0".repeat(64))),
                RequestBody.fromBytes(file));
        String url =
                queues.getQueueUrl(get -> get.queueName("elastic-requests")).queueUrl();
        queues.sendMessage(send -> send.queueUrl(url).messageBody(MESSAGE.formatted(id, "0".repeat(64))));
        return id;
    }

    /** The type of the problem with which a request ended. */
    private static String failure(String id) {
        return await().atMost(PATIENCE)
                .until(
                        () -> rest.get("/api/recognitions/" + id + "?wait=2"),
                        answer -> "failed".equals(answer.text("status")))
                .json()
                .getJsonObject("problem")
                .getString("type");
    }

    private static String upload() {
        Rest.Answer accepted = rest.post("", "image/jpeg", Pictures.bytes("rocket.jpg"));
        assertThat(accepted.status()).isEqualTo(202);
        return accepted.text("id");
    }

    private static String answer(String id) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> rest.get("/api/recognitions/" + id + "?wait=2"),
                        answer -> answer.status() == 200 && !"waiting".equals(answer.text("status")))
                .text("label");
    }

    private static int ledger(String member) {
        return rest.get("/api/ledger").json().getInt(member);
    }

    private static void awaitEmptyQueues() {
        await().atMost(PATIENCE).until(() -> Cloud.messages(queues, "elastic-requests") == 0);
        assertThat(Cloud.messages(queues, "elastic-dead-letters")).isZero();
    }
}
