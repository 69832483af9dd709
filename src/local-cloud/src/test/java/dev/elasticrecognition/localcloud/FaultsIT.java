package dev.elasticrecognition.localcloud;

import static dev.elasticrecognition.localcloud.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** What goes wrong when it shall, as a user of the AWS SDK meets it. Times of an hour end with the faults only. */
class FaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static CloudProcess cloud;
    private static Ec2Client ec2;
    private static Ec2Client persistent;
    private static Fleet fleet;
    private static FaultSwitch faults;

    @BeforeAll
    static void startCloud() throws IOException {
        cloud = CloudProcess.start(folder.resolve("data"), "--grace", "1s");
        ec2 = cloud.ec2WithoutRetries();
        persistent = cloud.ec2();
        fleet = new Fleet(ec2);
        faults = FaultSwitch.of(cloud);
    }

    @AfterAll
    static void stopCloud() {
        ec2.close();
        persistent.close();
        cloud.close();
    }

    @AfterEach
    void recover() {
        faults.clear();
        fleet.terminateAll();
    }

    @Test
    void capacityIsRefusedForTheTypesAndZonesInQuestion() {
        faults.set("{'fault':'capacity','instanceTypes':['t3.*'],'zones':['us-east-1a']}");
        assertRefused(500, "InsufficientInstanceCapacity", () -> fleet.runOne(Fleet.SLEEPER));
        assertThat(fleet.in("pending", "running")).isEmpty();
        assertThat(fleet.run(1, 1, "", request -> request.instanceType("c7i.large"))
                        .instances())
                .hasSize(1);
        assertThat(fleet.run(1, 1, "", FaultsIT::elsewhere).instances()).hasSize(1);
    }

    @Test
    void capacityComesBackAfterTheNextLaunches() {
        faults.set("{'fault':'capacity','times':2}");
        assertRefused(500, "InsufficientInstanceCapacity", () -> fleet.runOne(""));
        assertRefused(500, "InsufficientInstanceCapacity", () -> fleet.runOne(""));
        assertThat(fleet.runOne("")).startsWith("i-");
    }

    @Test
    void aLaunchGetsAsManyInstancesAsThereAreOrNone() {
        faults.set("{'fault':'capacity','instances':2}");
        assertThat(fleet.run(1, 5, "", request -> {}).instances()).hasSize(2);
        assertRefused(500, "InsufficientInstanceCapacity", () -> fleet.run(3, 5, "", request -> {}));
        assertThat(fleet.in("pending", "running")).hasSize(2);
    }

    @Test
    void aLaunchThatHappenedNeedsNoCapacityWhenItIsTriedAgain() {
        String id = launched("again");
        faults.set("{'fault':'capacity'}");
        assertThat(launched("again")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"throttle, 503, RequestLimitExceeded", "internal-error, 500, InternalError"})
    void aCallIsRefusedSoManyTimesAndNotCarriedOut(String fault, int status, String code) {
        faults.set("{'fault':'%s','actions':['RunInstances'],'times':2}".formatted(fault));
        assertThat(fleet.in("running")).isEmpty();
        assertRefused(status, code, () -> fleet.runOne(""));
        assertRefused(status, code, () -> fleet.runOne(""));
        assertThat(fleet.in("pending", "running")).isEmpty();
        assertThat(fleet.runOne("")).startsWith("i-");
        assertThat(faults.get()).contains("\"hits\":2");
    }

    @Test
    void aClientThatTriesAgainGetsOverAFewRefusals() {
        faults.set("{'fault':'throttle','times':2}", internalError());
        assertThat(persistent.describeInstances().reservations()).isNotNull();
        assertThat(faults.get()).contains("\"hits\":2", "\"hits\":1");
    }

    @Test
    void aLaunchWhoseAnswerIsAnErrorHappenedAndIsFoundByItsToken() {
        faults.set("{'fault':'lost-answer','actions':['RunInstances'],'times':1}");
        assertRefused(500, "InternalError", () -> launched("lost"));
        List<Instance> launched = fleet.in("pending", "running");
        assertThat(launched).hasSize(1);
        assertThat(launched("lost")).isEqualTo(launched.get(0).instanceId());
    }

    @Test
    void aLaunchWhoseConnectionIsCutHappensOnceHoweverOftenItIsTried() {
        faults.set("{'fault':'lost-answer','cut':true,'actions':['RunInstances'],'times':3}");
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> launched("cut"));
        assertThat(fleet.in("pending", "running")).hasSize(1);
        String id = new Fleet(persistent)
                .run(1, 1, Fleet.SLEEPER, request -> request.clientToken("cut"))
                .instances()
                .get(0)
                .instanceId();
        assertThat(fleet.in("pending", "running"))
                .extracting(Instance::instanceId)
                .containsExactly(id);
    }

    @Test
    void aLaunchedInstanceIsHiddenAtFirst() throws IOException {
        Path started = folder.resolve("hidden");
        faults.set("{'fault':'hidden','seconds':3600}");
        String id = fleet.runOne("#!/bin/sh\ntouch '%s'\nexec sleep 600\n".formatted(started));
        await().atMost(PATIENCE).until(() -> Files.exists(started));
        assertRefused(400, "InvalidInstanceID.NotFound", () -> fleet.describe(id));
        assertRefused(
                400, "InvalidInstanceID.NotFound", () -> ec2.terminateInstances(request -> request.instanceIds(id)));
        assertThat(fleet.in("pending", "running")).isEmpty();
        assertThat(ec2.describeInstanceStatus().instanceStatuses()).isEmpty();
        faults.clear();
        fleet.awaitState(id, "running");
    }

    @Test
    void changesAreSeenLate() {
        String id = fleet.runOne(Fleet.SLEEPER);
        fleet.awaitState(id, "running");
        faults.set("{'fault':'stale','seconds':3600}");
        ec2.terminateInstances(request -> request.instanceIds(id));
        await().atMost(PATIENCE).until(() -> faults.get().contains("\"hits\":2"));
        assertThat(fleet.state(id)).isEqualTo("running");
        assertThat(fleet.in("running")).hasSize(1);
        assertThat(ec2.describeInstanceStatus().instanceStatuses()).hasSize(1);
        faults.clear();
        assertThat(fleet.state(id)).isEqualTo("terminated");
    }

    @Test
    void timesPassByThemselves() {
        faults.set(
                "{'fault':'hidden','seconds':0.3}",
                "{'fault':'slow-boot','seconds':0.6}",
                "{'fault':'stale','seconds':0.3}");
        String id = fleet.runOne(Fleet.SLEEPER);
        assertThat(fleet.in("pending", "running")).isEmpty();
        await().atMost(PATIENCE).until(() -> !fleet.in("pending").isEmpty());
        fleet.awaitState(id, "running");
    }

    @Test
    void aSlowInstanceIsPendingAndCanBeTerminatedButNotStopped() throws IOException {
        faults.set("{'fault':'slow-boot','seconds':3600,'times':1}");
        String slow = fleet.runOne("#!/bin/sh\necho booted\n");
        String quick = fleet.runOne(Fleet.SLEEPER);
        fleet.awaitState(quick, "running");
        assertThat(fleet.state(slow)).isEqualTo("pending");
        assertRefused(400, "IncorrectInstanceState", () -> ec2.stopInstances(request -> request.instanceIds(slow)));
        ec2.terminateInstances(request -> request.instanceIds(slow));
        fleet.awaitState(slow, "terminated");
        faults.clear();
        await().during(Duration.ofMillis(500)).until(() -> fleet.state(slow).equals("terminated"));
        assertThat(fleet.describe(slow).stateReason().code()).isEqualTo("Client.UserInitiatedShutdown");
        assertThat(instance(slow).resolve("console.log")).doesNotExist();
    }

    @Test
    void aStartedInstanceCanBeSlowToo() {
        String id = fleet.runOne(Fleet.SLEEPER);
        fleet.awaitState(id, "running");
        ec2.stopInstances(request -> request.instanceIds(id));
        fleet.awaitState(id, "stopped");
        faults.set("{'fault':'slow-boot','seconds':3600}");
        ec2.startInstances(request -> request.instanceIds(id));
        await().during(Duration.ofMillis(500)).until(() -> fleet.state(id).equals("pending"));
        faults.clear();
        fleet.awaitState(id, "running");
    }

    @Test
    void aStuckInstanceRunsButNeverExecutesItsUserData() throws IOException {
        faults.set("{'fault':'stuck-boot','times':1}");
        String stuck = fleet.runOne("#!/bin/sh\necho booted\n");
        fleet.awaitState(stuck, "running");
        String well = fleet.runOne("#!/bin/sh\necho booted\n");
        fleet.awaitState(well, "terminated");
        assertThat(instance(well).resolve("console.log")).hasContent("booted");
        assertThat(instance(stuck).resolve("console.log")).doesNotExist();
        assertThat(fleet.state(stuck)).isEqualTo("running");
    }

    @Test
    void aKilledInstanceIsNotTold() throws IOException {
        Path told = folder.resolve("told");
        String id = fleet.runOne("""
                #!/bin/sh
                (trap 'touch "%1$s"; exit' TERM; while :; do sleep 0.1; done) &
                trap 'touch "%1$s"; exit' TERM
                echo ready
                while :; do sleep 0.1; done
                """.formatted(told));
        await().atMost(PATIENCE)
                .until(() -> Files.exists(instance(id).resolve("console.log"))
                        && Files.size(instance(id).resolve("console.log")) > 0);
        assertThat(faults.kill("{'instances':['%s']}".formatted(id)))
                .isEqualTo("200 {\"instances\":[\"%s\"]}".formatted(id));
        fleet.awaitState(id, "terminated");
        assertThat(fleet.describe(id).stateReason().code()).isEqualTo("Server.InternalError");
        assertThat(told).doesNotExist();
        assertThat(faults.kill("{'instances':['%s']}".formatted(id))).startsWith("400 ");
    }

    @Test
    void anyOfTheRunningInstancesCanBeKilled() {
        List<Instance> three = fleet.run(3, 3, Fleet.SLEEPER, request -> {}).instances();
        three.forEach(one -> fleet.awaitState(one.instanceId(), "running"));
        assertThat(faults.kill("{'any':2}")).startsWith("200 ");
        await().atMost(PATIENCE)
                .until(() -> fleet.in("running", "shutting-down").size() == 1);
        assertThat(faults.kill("{'any':5}")).startsWith("200 ");
        await().atMost(PATIENCE)
                .until(() -> fleet.in("running", "shutting-down").isEmpty());
    }

    @Test
    void anInterruptedInstanceIsToldAndEndsWhenItsTimeIsOver() throws IOException {
        Path told = folder.resolve("interruption");
        String id = fleet.runOne("""
                #!/bin/sh
                exec "%s" -XX:TieredStopAtLevel=1 -cp "%s" %s "%s"
                """.formatted(
                CloudProcess.JAVA, System.getProperty("java.class.path"), InterruptionProbe.class.getName(), told));
        fleet.awaitState(id, "running");

        assertThat(faults.interrupt("{'instances':['%s'],'seconds':8}".formatted(id)))
                .isEqualTo("200 {\"instances\":[\"%s\"]}".formatted(id));

        await().atMost(PATIENCE).until(() -> Files.exists(told) && Files.size(told) > 0);
        assertThat(Files.readString(told)).matches("\\{\"action\":\"terminate\",\"time\":\"\\S+Z\"}");
        assertThat(fleet.state(id)).isEqualTo("running");
        fleet.awaitState(id, "terminated");
        assertThat(fleet.describe(id).stateReason().code()).isEqualTo("Server.SpotInstanceTermination");
        assertThat(faults.interrupt("{'instances':['%s']}".formatted(id))).startsWith("400 ");
        assertThat(faults.interrupt("{'any':1,'seconds':0}")).startsWith("400 ").contains("seconds must be over 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'faults':[{'fault':'moon'}]} | moon",
                "{'faults':[{'fault':'throttle','actions':['Run']}]} | there is no action Run",
                "{'faults':[{'fault':'throttle','action':'RunInstances'}]} | action",
                "{'faults':[{'fault':'throttle','share':0}]} | share must be over 0 and 1 at most",
                "{'faults':[{'fault':'throttle','times':0}]} | times must be a whole number from 1",
                "{'faults':[{'fault':'hidden'}]} | seconds must be over 0",
                "{'faults':[{'fault':'capacity','instances':-1}]} | instances must not be negative",
                "{'faults':[null]} | a list of faults",
                "{} | a list of faults",
                "nonsense | nonsense"
            },
            quoteCharacter = '\0')
    void aPlanThatMakesNoSenseChangesNothing(String plan, String reason) {
        faults.set(internalError());
        assertThat(faults.put(plan)).startsWith("400 ").contains(reason);
        assertThat(faults.get()).contains("internal-error");
    }

    @Test
    void whatIsShownCanBePutBack() {
        faults.set("{'fault':'lost-answer','cut':true,'actions':['StopInstances'],'share':0.5}");
        String shown = faults.get();
        assertThat(faults.put(shown.substring("200 ".length()))).isEqualTo(shown);
        assertThat(faults.clear()).startsWith("204");
        assertThat(faults.get()).contains("\"faults\":[]");
    }

    @Test
    void onlyTheOwnerOfTheAccessKeySwitchesFaults() {
        FaultSwitch stranger = new FaultSwitch(faults.address(), AwsBasicCredentials.create("stranger", "secret"));
        assertThat(stranger.put("{'faults':[]}")).startsWith("401");
        assertThat(stranger.kill("{'any':1}")).startsWith("401");
    }

    private static String internalError() {
        return "{'fault':'internal-error','times':1}";
    }

    private static void elsewhere(RunInstancesRequest.Builder request) {
        request.placement(placement -> placement.availabilityZone("us-east-1b"));
    }

    private static String launched(String token) {
        return fleet.run(1, 1, Fleet.SLEEPER, request -> request.clientToken(token))
                .instances()
                .get(0)
                .instanceId();
    }

    private static Path instance(String id) {
        return cloud.data().resolve("instances").resolve(id);
    }
}
