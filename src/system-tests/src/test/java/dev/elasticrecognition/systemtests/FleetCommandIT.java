package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator with a terminal. */
@OnRunningSystem
class FleetCommandIT {

    private static RunningSystem system;
    private static Rest operator;

    @BeforeAll
    static void enter(RunningSystem running) {
        system = running;
        operator = new Rest(running).as("operator", running.password());
    }

    @AfterAll
    static void leaveAsFound() {
        operator.call("POST", "/api/fleet/resume", "");
        operator.call("DELETE", "/api/fleet/manual-capacity", "");
    }

    @Test
    void thePauseIsSeen() {
        assertThat(fleet("pause").exitCode()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> operator.get("/api/fleet").json().getBoolean("paused"));

        assertThat(fleet("show").output())
                .containsPattern("state +paused, led by .+\\n")
                .containsPattern("because +\\S+");
        assertThat(fleet("resume").exitCode()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !operator.get("/api/fleet").json().getBoolean("paused"));
    }

    @Test
    void aSettingIsChangedAndChangedBack() {
        int before = operator.get("/api/fleet/settings").json().getInt("backlogPerInstance");

        assertThat(fleet("set", "backlogPerInstance=77").output())
                .isEqualToNormalizingNewlines("backlogPerInstance: %d -> 77\n".formatted(before));
        assertThat(operator.get("/api/fleet/settings").json().getInt("backlogPerInstance"))
                .isEqualTo(77);
        assertThat(fleet("set", "backlogPerInstance=0").output()).contains("backlogPerInstance must");
        assertThat(fleet("set", "backlogPerInstance=" + before).exitCode()).isZero();
    }

    @Test
    void aCapacityHoldsForAWhile() {
        assertThat(fleet("capacity", "1", "--for", "5m").exitCode()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> operator.get("/api/fleet").json().containsKey("manualCapacity"));

        assertThat(fleet("capacity", "--end").exitCode()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !operator.get("/api/fleet").json().containsKey("manualCapacity"));
    }

    @Test
    void whatIsRefusedIsToldAndEndsWithOne() {
        RunningSystem.Outcome outcome = fleet("drain", "i-0123456789abcdef0");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).startsWith("i-0123456789abcdef0\t");
    }

    private static RunningSystem.Outcome fleet(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of("fleet", command));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--url=" + system.frontEnd(), "--password=" + system.password()));
        return system.elastic(arguments.toArray(String[]::new));
    }
}
