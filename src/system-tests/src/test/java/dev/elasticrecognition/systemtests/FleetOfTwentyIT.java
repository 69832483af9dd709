package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.testkit.LocalCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two front ends keep a fleet of twenty in a cloud that would give them more, and that refuses, throttles, forgets and
 * lies. Whatever it does, and whoever leads, there are never more than twenty instances, and in the end there are twenty.
 */
class FleetOfTwentyIT {

    private static final int TWENTY = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, String> QUICK = Map.of(
            "ELASTIC_FLEET_MAXIMUM", "20",
            "ELASTIC_FLEET_SCALE_IN_WINDOW", "PT1S",
            "ELASTIC_FLEET_LEASE", "PT6S");

    @TempDir
    private static Path directory;

    private static LocalCloud cloud;
    private static Faults faults;
    private static PuppetWorkers workers;
    private static FrontEndProcess first;
    private static FrontEndProcess second;
    private static String password;

    @BeforeAll
    static void start() throws IOException {
        Path data = directory.resolve("cloud");
        cloud = LocalCloud.start(data, "--max-instances", "60");
        faults = new Faults(cloud);
        workers = new PuppetWorkers(data, cloud);
        first = frontEnd("first");
        first.awaitReady();
        second = frontEnd("second");
        second.awaitReady();
        password = first.password().orElseThrow();
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
        workers.close();
        cloud.close();
    }

    @AfterEach
    void noMoreFaults() {
        faults.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'fault': 'capacity', 'instances': 3}, {'fault': 'slow-boot', 'seconds': 5}",
                "{'fault': 'capacity', 'times': 4}, {'fault': 'stale', 'seconds': 5}",
                "{'fault': 'throttle', 'share': 0.5}, {'fault': 'hidden', 'seconds': 8}",
                "{'fault': 'internal-error', 'share': 0.3}, {'fault': 'lost-answer', 'actions': ['RunInstances'], 'times': 4}"
            })
    void afterAnyFaultsAndSevenDeathsThereAreTwentyAgainAndNeverMore(String several) {
        keep(TWENTY);
        awaitRunning(TWENTY);

        faults.set(several);
        faults.kill(7);

        await().atMost(PATIENCE).until(() -> workers.running() < TWENTY);
        awaitRunning(TWENTY);
        assertThat(workers.most()).isEqualTo(TWENTY);
    }

    @Test
    void aLeaderKilledInTheMiddleOfALaunchNeitherDoublesNorLosesMachines() throws IOException {
        keep(0);
        awaitRunning(0);
        faults.set("{'fault': 'lost-answer', 'actions': ['RunInstances'], 'cut': true}");
        keep(TWENTY);
        await().atMost(PATIENCE).until(() -> workers.running() > 0);
        boolean firstLed = operator(first).get("/api/fleet").json().getBoolean("leading");

        (firstLed ? first : second).kill();
        faults.clear();

        FrontEndProcess other = firstLed ? second : first;
        await().atMost(PATIENCE)
                .until(() -> operator(other).get("/api/fleet").json().getBoolean("leading"));
        awaitRunning(TWENTY);
        assertThat(workers.most()).isEqualTo(TWENTY);
        if (firstLed) {
            first = frontEnd("first");
        } else {
            second = frontEnd("second");
        }
    }

    private static void keep(int capacity) {
        Rest.Answer answer = operator(second)
                .call("PUT", "/api/fleet/manual-capacity", "{\"capacity\": %d, \"for\": \"PT1H\"}".formatted(capacity));
        assertThat(answer.status()).isIn(200, 204);
    }

    /** There are so many, and it stays that way for a while. */
    private static void awaitRunning(int number) {
        await().atMost(PATIENCE).during(Duration.ofSeconds(3)).until(() -> workers.running() == number);
    }

    private static Rest operator(FrontEndProcess front) {
        return front.rest().as("operator", password);
    }

    private static FrontEndProcess frontEnd(String name) throws IOException {
        Path idle = directory.resolve("idle");
        if (Files.notExists(idle)) {
            Files.writeString(idle, "#!/bin/sh\nexec sleep 3600\n");
            Files.setPosixFilePermissions(idle, PosixFilePermissions.fromString("rwx------"));
        }
        Map<String, String> settings = new HashMap<>(QUICK);
        settings.put("ELASTIC_WORKER_COMMAND", idle.toString());
        return new FrontEndProcess(directory.resolve(name), cloud, settings);
    }

    /** The local cloud's faults. */
    private record Faults(LocalCloud cloud) {

        void set(String fault) {
            String document = "{'seed': 7, 'faults': [%s]}".formatted(fault).replace('\'', '"');
            assertThat(rest().call("PUT", "/faults", document).status()).isEqualTo(200);
        }

        void kill(int number) {
            assertThat(rest().call("POST", "/faults/deaths", "{\"any\": %d}".formatted(number))
                            .status())
                    .isEqualTo(200);
        }

        void clear() {
            assertThat(rest().call("DELETE", "/faults", "").status()).isEqualTo(204);
        }

        private Rest rest() {
            return new Rest(cloud.ec2()).as(cloud.accessKeyId(), cloud.secretAccessKey());
        }
    }
}
