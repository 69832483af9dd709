package dev.elasticrecognition.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.client.local.HomeStandIn;
import dev.elasticrecognition.client.local.Ports;
import dev.elasticrecognition.client.local.Role;
import dev.elasticrecognition.client.local.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands as the launcher does: as processes. */
class LocalSystemCommandsTest {

    private static final long PATIENCE_SECONDS = 60;
    private static final String[] WHOLE_LIFE = {"cloud started", "front started", "front stopped", "cloud stopped"};

    @TempDir
    private Path directory;

    private HomeStandIn home;
    private Ports ports;
    private Path output;

    @BeforeEach
    void layOut() throws IOException {
        home = HomeStandIn.in(directory);
        ports = HomeStandIn.freePorts();
        output = directory.resolve("output");
    }

    @AfterEach
    void down() throws Exception {
        run(elastic("down"));
    }

    @Test
    void statusTellsWhetherItIsUp() throws Exception {
        assertThat(run(elastic("status"))).isEqualTo(3);

        assertThat(run(up("--detach"))).isZero();
        assertThat(output).content().contains("ready", "http://localhost:" + ports.http());
        assertThat(run(elastic("status"))).isZero();
        assertThat(output).content().contains("supervisor", "local cloud", "front end", "running", "ready");

        assertThat(run(elastic("down"))).isZero();
        assertThat(run(elastic("status"))).isEqualTo(3);
        assertThat(home.events()).containsExactly(WHOLE_LIFE);
    }

    @Test
    void theOperatorsPasswordIsShownAtTheFirstStartAndNeverAgain() throws Exception {
        assertThat(run(up("--detach"))).isZero();
        assertThat(output).content().contains("operator     password sesame (shown once)");
        run(elastic("down"));

        assertThat(run(up("--detach"))).isZero();

        assertThat(output).content().contains("is ready").doesNotContain("password");
    }

    @Test
    void aSecondUpIsRefusedWithTheUrlOfTheFirst() throws Exception {
        run(up("--detach"));

        assertThat(run(up())).isEqualTo(2);
        assertThat(output).content().contains("already up: http://localhost:" + ports.http());
        assertThat(run(up("--detach"))).isEqualTo(2);
        assertThat(run(elastic("status"))).isZero();
    }

    @Test
    void downEndsWhatAKilledSupervisorLeft() throws Exception {
        run(up("--detach"));
        killSupervisor();
        assertThat(running().alive(Role.FRONT_END)).isNotEmpty();

        assertThat(run(elastic("down"))).isZero();

        assertThat(home.events()).containsExactly(WHOLE_LIFE);
        assertThat(Running.in(home.data())).isEmpty();
    }

    @Test
    void upAfterAKilledSupervisorStartsAfresh() throws Exception {
        run(up("--detach"));
        killSupervisor();

        assertThat(run(up("--detach"))).isZero();

        assertThat(run(elastic("status"))).isZero();
        assertThat(home.events()).hasSize(6).startsWith(WHOLE_LIFE);
    }

    @Test
    void anInterruptOfTheWholeTerminalEndsEverythingInOrder() throws Exception {
        // A build in the background has this signal ignored, which a terminal's programs don't.
        List<String> inGroup = new ArrayList<>(List.of("env", "--default-signal=INT", "setsid"));
        inGroup.addAll(up());
        Process up = start(inGroup);
        eventually().until(() -> Files.readString(output).contains("Ctrl-C stops it"));
        assertThat(output).content().contains("password sesame (shown once)");

        new ProcessBuilder("kill", "-INT", "--", "-" + up.pid()).start().waitFor();

        assertThat(up.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(home.events()).containsExactly(WHOLE_LIFE);
        assertThat(Running.in(home.data())).isEmpty();
    }

    @Test
    void aProgramThatKeepsDyingEndsEverythingWithOne() throws Exception {
        Process up = start(up());
        for (int death = 1; death <= 3; death++) {
            int starts = death;
            eventually().until(() -> home.starts("cloud") == starts && isReady());
            running().alive(Role.LOCAL_CLOUD).forEach(ProcessHandle::destroyForcibly);
        }

        assertThat(up.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(output).content().contains("Giving up: the local cloud");
        assertThat(Running.in(home.data())).isEmpty();
    }

    @Test
    void aFailedStartIsQuoted() throws Exception {
        Files.createFile(home.data().create().path().resolve("broken"));

        assertThat(run(up("--detach"))).isEqualTo(1);
        assertThat(output).content().contains("no room for the queues");
        assertThat(run(up())).isEqualTo(1);
        assertThat(output).content().contains("no room for the queues");
    }

    private void killSupervisor() {
        ProcessHandle supervisor = running().alive(Role.SUPERVISOR).get(0);
        supervisor.destroyForcibly();
        await().until(() -> running().alive(Role.SUPERVISOR).isEmpty());
    }

    private boolean isReady() {
        return Running.in(home.data()).filter(Running::ready).isPresent();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).pollInterval(Duration.ofMillis(50));
    }

    private Running running() {
        return Running.in(home.data()).orElseThrow();
    }

    private List<String> up(String... more) {
        List<String> command = elastic("up");
        command.addAll(PortOptions.arguments(ports));
        command.addAll(List.of(more));
        return command;
    }

    private List<String> elastic(String command) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Delastic.home=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                Elastic.class.getName(),
                command));
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
