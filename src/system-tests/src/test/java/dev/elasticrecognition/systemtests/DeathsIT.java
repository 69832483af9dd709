package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Processes are killed where they stand; what was accepted is answered all the same, once and rightly. */
@OnRunningSystem
class DeathsIT {

    private static final int PICTURES = 20;
    private static final int UPLOADS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static RunningSystem system;
    private static Rest rest;

    @BeforeAll
    static void enter(RunningSystem running) {
        system = running;
        rest = new Rest(running).with("Cache-Control", "no-cache");
    }

    @Test
    void aWorkerKilledInTheMiddleLosesNothing() {
        ProcessHandle worker = workerThatWorks();
        List<String> ids = submitAll();

        kill(worker);

        assertThat(answers(ids)).hasSize(PICTURES).containsOnly("drilling platform");
        assertThat(system.worker()).get().isNotEqualTo(worker);
    }

    /** It ends by itself, well before the two minutes are over in which its machine is taken back. */
    @Test
    void aWorkerThatIsToldOfItsEndFinishesAndGoesAndLosesNothing() {
        ProcessHandle worker = workerThatWorks();
        List<String> ids = submitAll();

        Rest.Answer interrupted = new Rest(URI.create(system.endpoints().getProperty("ec2")))
                .as(
                        system.credentials().getProperty("aws_access_key_id"),
                        system.credentials().getProperty("aws_secret_access_key"))
                .call("POST", "/faults/interruptions", "{\"any\": 20}");

        assertThat(interrupted.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> !worker.isAlive());
        assertThat(answers(ids)).hasSize(PICTURES).containsOnly("drilling platform");
    }

    @Test
    void aFrontEndKilledAfterwardsKnowsWhatItAccepted() {
        workerThatWorks();
        List<String> ids = submitAll();

        kill(system.frontEndProcess());
        awaitReady();

        assertThat(answers(ids)).hasSize(PICTURES).containsOnly("drilling platform");
    }

    @Test
    void aCloudKilledWithAllItsQueuesAndBucketsComesBackWithThem() {
        workerThatWorks();
        List<String> ids = submitAll();

        kill(system.cloudProcess());
        awaitReady();

        assertThat(answers(ids)).hasSize(PICTURES).containsOnly("drilling platform");
    }

    @Test
    void aCloudKilledUnderLoadIsWaitedForAndNothingAcceptedIsLost() throws Exception {
        workerThatWorks();
        Clients clients = new Clients(16, attempt -> rest);
        CompletableFuture<Void> accident = CompletableFuture.runAsync(() -> {
            await().atMost(PATIENCE).until(() -> clients.accepted() > UPLOADS / 4);
            kill(system.cloudProcess());
        });

        clients.upload(UPLOADS);
        accident.get();

        assertThat(clients.refusals())
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal.status()).isIn(503, 409))
                .allSatisfy(refusal -> assertThat(refusal.header("Retry-After")).isNotEmpty());
        assertThat(answers(clients.ids())).hasSize(UPLOADS).containsOnly("drilling platform");
    }

    private static List<String> submitAll() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            Rest.Answer accepted = rest.form("", "image", "rocket.jpg", Pictures.bytes("rocket.jpg"));
            assertThat(accepted.status()).isEqualTo(202);
            ids.add(accepted.text("id"));
        }
        assertThat(new HashSet<>(ids)).hasSize(PICTURES);
        return ids;
    }

    private static List<String> answers(List<String> ids) {
        List<String> labels = ids.stream()
                .map(id -> await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> rest.get("/api/recognitions/" + id + "?wait=5"), DeathsIT::isAnswered)
                        .text("label"))
                .toList();
        return labels;
    }

    private static boolean isAnswered(Rest.Answer answer) {
        return answer.status() == 200 && !"waiting".equals(answer.text("status"));
    }

    /** A worker that has answered a request, so that it is past its start. */
    private static ProcessHandle workerThatWorks() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> rest.form("?wait=30", "image", "rocket.jpg", Pictures.bytes("rocket.jpg"))
                                .status(),
                        status -> status == 200);
        return await().atMost(PATIENCE)
                .until(system::worker, Optional::isPresent)
                .orElseThrow();
    }

    private static void kill(ProcessHandle process) {
        assertThat(process.destroyForcibly()).isTrue();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    private static void awaitReady() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> rest.get("/health/ready").status() == 200);
    }
}
