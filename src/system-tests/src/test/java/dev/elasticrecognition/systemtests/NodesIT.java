package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.testkit.LocalCloud;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Two front ends, with nothing before them but clients that take now this one and now that. {@code -Duploads=2000} makes
 * it a longer run.
 */
class NodesIT {

    private static final int UPLOADS = Integer.getInteger("uploads", 100);
    private static final int CLIENTS = 100;
    private static final String LABEL = "drilling platform";
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @TempDir
    private static Path directory;

    private static LocalCloud cloud;
    private static final AtomicReferenceArray<FrontEndProcess> NODES = new AtomicReferenceArray<>(2);

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(directory.resolve("cloud"));
        for (int node = 0; node < 2; node++) {
            NODES.set(node, frontEnd(node));
        }
        NODES.get(0).awaitReady();
        NODES.get(1).awaitReady();
    }

    @AfterAll
    static void stop() {
        NODES.get(0).close();
        NODES.get(1).close();
        cloud.close();
    }

    @Test
    void anyNodeAnswersForAny() {
        byte[] picture = Pictures.bytes("china.jpg");
        String id = node(0).post("", "image/jpeg", picture).text("id");

        assertThat(node(1).get("/api/recognitions/" + id + "?wait=60").text("label"))
                .isEqualTo("palace");
        assertThat(node(0).get("/api/recognitions/" + id + "?wait=60").text("label"))
                .isEqualTo("palace");
    }

    /** As if a front end had died after it stored the picture. */
    @Test
    void aPictureThatWasNeverAskedAboutIsAnsweredAllTheSame() {
        RequestId stray = RequestId.at(Instant.now());
        try (S3Client s3 = Cloud.s3(cloud)) {
            s3.putObject(
                    put -> put.bucket("elastic-input")
                            .key(stray.value())
                            .contentType("image/jpeg")
                            .metadata(Map.of("file-name", "stray.jpg", "sha256", "0".repeat(64))),
                    RequestBody.fromBytes(Pictures.bytes("rocket.jpg")));
        }

        assertThat(answers(List.of(stray.value()))).containsExactly(LABEL);
    }

    @Test
    void ifOneDiesInTheMiddleEveryUploadIsAnsweredOnceTheLedgerAgreesAndNobodyIsSignedOut() throws Exception {
        long before = ledger(0).getInt("accepted");
        String session = node(1).session(password());
        Clients clients = new Clients(CLIENTS, NodesIT::node);
        CompletableFuture<Void> accident = CompletableFuture.runAsync(() -> {
            await().atMost(PATIENCE).until(() -> clients.accepted() > UPLOADS / 3);
            NODES.get(1).kill();
            FrontEndProcess again = frontEnd(1);
            again.awaitReady();
            NODES.set(1, again);
        });

        clients.upload(UPLOADS);
        accident.get();

        assertThat(clients.ids()).hasSize(UPLOADS);
        assertThat(answers(clients.ids())).hasSize(UPLOADS).containsOnly(LABEL);
        assertThat(ledger(0).getInt("accepted")).isEqualTo(before + UPLOADS);
        assertThat(ledger(0).getInt("waiting")).isZero();
        assertThat(node(0).with("Cookie", session).get("/api/fleet").status()).isEqualTo(200);
        assertThat(node(1).with("Cookie", session).get("/api/fleet").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(counts(ledger(1))).isEqualTo(counts(ledger(0))));
    }

    /** Asks now one, now the other; a second time gets the same answer. */
    private static List<String> answers(List<String> ids) {
        return ids.stream()
                .map(id -> {
                    String label = await().atMost(PATIENCE)
                            .until(
                                    () -> node(id.hashCode()).get("/api/recognitions/" + id + "?wait=30"),
                                    NodesIT::isAnswered)
                            .text("label");
                    assertThat(node(id.hashCode() + 1)
                                    .get("/api/recognitions/" + id)
                                    .text("label"))
                            .isEqualTo(label);
                    return label;
                })
                .toList();
    }

    private static boolean isAnswered(Rest.Answer answer) {
        return answer.status() == 200 && !"waiting".equals(answer.text("status"));
    }

    private static List<Integer> counts(JsonObject ledger) {
        return List.of(
                ledger.getInt("accepted"),
                ledger.getInt("succeeded"),
                ledger.getInt("failed"),
                ledger.getInt("waiting"));
    }

    private static JsonObject ledger(int node) {
        await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
        return node(node).get("/api/ledger").json();
    }

    private static String password() {
        return NODES.get(0).password().or(NODES.get(1)::password).orElseThrow();
    }

    private static Rest node(int attempt) {
        return NODES.get(Math.floorMod(attempt, 2)).rest();
    }

    private static FrontEndProcess frontEnd(int node) {
        return new FrontEndProcess(
                directory.resolve("node" + node),
                cloud,
                Map.of(
                        "ELASTIC_FLEET_MAXIMUM",
                        "2",
                        "ELASTIC_FLEET_LEASE",
                        "PT6S",
                        "ELASTIC_WORKER_COMMAND",
                        RunningSystem.HOME
                                .resolve("liberty/worker/target/usr/servers/worker/start")
                                .toString()));
    }
}
