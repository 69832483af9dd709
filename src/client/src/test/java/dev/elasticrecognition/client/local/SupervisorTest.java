package dev.elasticrecognition.client.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    private Path directory;

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private HomeStandIn home;
    private Ports ports;
    private Supervisor supervisor;

    @BeforeEach
    void layOut() throws IOException {
        home = HomeStandIn.in(directory);
        ports = HomeStandIn.freePorts();
        supervisor = supervisor();
    }

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void startsTheCloudFirstAndStopsItLast() throws Exception {
        supervisor.start();
        assertThat(Running.in(home.data())).hasValueSatisfying(running -> {
            assertThat(running.ready()).isTrue();
            assertThat(running.alive(Role.LOCAL_CLOUD)).hasSize(1);
            assertThat(running.alive(Role.FRONT_END)).as("script and server").hasSize(2);
        });

        supervisor.close();

        assertThat(home.events()).containsExactly("cloud started", "front started", "front stopped", "cloud stopped");
        assertThat(Running.in(home.data())).isEmpty();
    }

    @Test
    void theFrontEndFindsTheLocalCloudAndNoOther() throws Exception {
        supervisor.start();

        Properties environment = frontEnvironment();
        assertThat(environment)
                .containsEntry("AWS_ENDPOINT_URL_SQS", "http://localhost:" + ports.sqs())
                .containsEntry("AWS_ENDPOINT_URL_S3", "http://localhost:" + ports.s3())
                .containsEntry("AWS_ENDPOINT_URL_EC2", "http://localhost:" + ports.ec2())
                .containsEntry("AWS_REGION", "us-east-1")
                .containsEntry(
                        "ELASTIC_WORKER_COMMAND",
                        directory
                                .resolve("liberty/worker/target/usr/servers/worker/start")
                                .toString());
        assertThat(Path.of(environment.getProperty("AWS_SHARED_CREDENTIALS_FILE")))
                .exists();
    }

    @Test
    void whatDiesIsStartedAgainOnTheSamePorts() throws Exception {
        supervisor.start();
        CompletableFuture<Void> watching = watch();

        kill(Role.FRONT_END);
        eventually().untilAsserted(() -> assertThat(home.events()).hasSize(3).endsWith("front started"));
        eventually().until(() -> ready() && alive(Role.FRONT_END).size() == 2);
        kill(Role.LOCAL_CLOUD);
        eventually().untilAsserted(() -> assertThat(home.events()).hasSize(4).endsWith("cloud started"));
        eventually().until(this::ready);

        assertThat(notices).hasSize(2).allMatch(notice -> notice.contains("ended with status"));
        supervisor.close();
        assertThat(watching).succeedsWithin(Duration.ofSeconds(10));
    }

    /** The front end doesn't get ready before the cloud is back. */
    @Test
    void aCloudThatDiesWhileTheFrontEndStartsIsStartedAgain() throws Exception {
        supervisor.start();
        CompletableFuture<Void> watching = watch();
        Path unready = Files.createFile(home.data().path().resolve("unready"));

        kill(Role.FRONT_END);
        eventually().until(() -> home.starts("front") == 2);
        kill(Role.LOCAL_CLOUD);
        eventually().until(() -> home.starts("cloud") == 2);

        assertThat(ready()).isFalse();
        Files.delete(unready);
        eventually().until(this::ready);
        assertThat(watching).isNotDone();
    }

    @Test
    void givesUpOnWhatKeepsDying() throws Exception {
        supervisor.start();
        CompletableFuture<Void> watching = watch();

        for (int death = 1; death <= Deaths.TOO_MANY; death++) {
            int starts = death;
            eventually()
                    .until(() -> notices.size() == starts - 1
                            && ready()
                            && alive(Role.LOCAL_CLOUD).size() == 1);
            kill(Role.LOCAL_CLOUD);
        }

        assertThat(watching)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("Giving up: the local cloud")
                .withMessageContaining("local cloud ready");
    }

    @Test
    void aSecondOneForTheSameDataIsRefused() throws Exception {
        supervisor.start();

        try (Supervisor second = supervisor()) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(second::start)
                    .withMessageContaining("already up: http://localhost:" + ports.http());
        }
        assertThat(Running.in(home.data())).isPresent();
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingStarts() throws Exception {
        try (var other = new ServerSocket(ports.s3())) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(supervisor::start)
                    .withMessageContaining("--s3-port " + other.getLocalPort());
        }
        assertThat(home.data().cloudLog()).doesNotExist();
    }

    @Test
    void aMissingBuildOutputIsNamed() throws Exception {
        Path script = directory.resolve("liberty/front/target/usr/servers/front/start");
        Files.delete(script);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(supervisor::start)
                .withMessageContaining(script.toString());
    }

    @Test
    void aProgramThatDoesNotStartIsQuotedAndNothingStays() throws Exception {
        Files.createFile(home.data().create().path().resolve("broken"));

        assertThatExceptionOfType(LocalSystemException.class)
                .isThrownBy(supervisor::start)
                .withMessageContaining("status 9")
                .withMessageContaining("no room for the queues");
        assertThat(Running.in(home.data())).isEmpty();
    }

    private Supervisor supervisor() {
        return new Supervisor(home.layout(), home.data(), ports, notices::add);
    }

    private CompletableFuture<Void> watch() {
        return CompletableFuture.runAsync(() -> {
            try {
                supervisor.watch();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<ProcessHandle> alive(Role role) {
        return Running.in(home.data()).map(running -> running.alive(role)).orElse(List.of());
    }

    private boolean ready() {
        return Running.in(home.data()).map(Running::ready).orElse(false);
    }

    private void kill(Role role) {
        alive(role).forEach(ProcessHandle::destroyForcibly);
    }

    private Properties frontEnvironment() throws IOException {
        var environment = new Properties();
        try (Reader reader = Files.newBufferedReader(home.data().path().resolve("front-environment"))) {
            environment.load(reader);
        }
        return environment;
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }
}
