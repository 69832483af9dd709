package dev.elasticrecognition.localcloud;

import static dev.elasticrecognition.localcloud.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.ShutdownBehavior;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Instances as a user of the AWS SDK sees them, on one cloud for all tests; each test leaves it without instances. */
class InstancesIT {

    private static final int QUOTA = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private static Path folder;

    private static CloudProcess cloud;
    private static Ec2Client ec2;
    private static Fleet fleet;

    @BeforeAll
    static void startCloud() throws IOException {
        cloud = CloudProcess.start(folder.resolve("data"), "--grace", "1s", "--max-instances", "" + QUOTA);
        ec2 = cloud.ec2();
        fleet = new Fleet(ec2);
    }

    @AfterAll
    static void stopCloud() {
        ec2.close();
        cloud.close();
    }

    @AfterEach
    void terminateAll() {
        fleet.terminateAll();
    }

    @Test
    void anInstanceFindsOutWhoItIsAndMayUseTheStores() throws IOException {
        Path found = folder.resolve("found");
        Path arguments = Files.writeString(
                folder.resolve("arguments"),
                "-cp \"%s\" %s %s from-instances \"%s\""
                        .formatted(
                                System.getProperty("java.class.path"),
                                InstanceProbe.class.getName(),
                                cloud.endpoint("s3"),
                                found));
        try (S3Client s3 = cloud.s3()) {
            s3.createBucket(request -> request.bucket("from-instances"));
            String script = "#!/bin/sh\n\"%s\" -XX:TieredStopAtLevel=1 @\"%s\" && exec sleep 600\n";
            String id = fleet.run(1, 1, script.formatted(CloudProcess.JAVA, arguments), InstancesIT::named)
                    .instances()
                    .get(0)
                    .instanceId();

            await().atMost(PATIENCE)
                    .until(() -> Files.exists(found) || !fleet.state(id).matches("pending|running"));
            assertThat(found).as(console(id)).exists();
            assertThat(properties(found))
                    .containsEntry("id", id)
                    .containsEntry("region", "us-east-1")
                    .containsEntry("zone", "us-east-1a")
                    .containsEntry("tag", "first")
                    .containsEntry("without token", "401")
                    .hasEntrySatisfying(
                            "identity",
                            text -> assertThat(text.toString())
                                    .contains("\"instanceId\":\"" + id + "\"", "\"region\":\"us-east-1\""));
            assertThat(s3.getObjectAsBytes(
                                    request -> request.bucket("from-instances").key("from the instance"))
                            .asUtf8String())
                    .isEqualTo("hello");
        }
    }

    @Test
    void anInstanceLivesFromPendingToTerminated() {
        RunInstancesResponse launched = fleet.run(1, 1, Fleet.SLEEPER, InstancesIT::named);
        Instance instance = launched.instances().get(0);
        assertThat(instance.state().nameAsString()).isEqualTo("pending");
        assertThat(instance.tags()).containsExactly(tag("Name", "first"));
        fleet.awaitState(instance.instanceId(), "running");

        ec2.createTags(request -> request.resources(instance.instanceId()).tags(tag("colour", "blau & <grün>")));
        assertThat(fleet.describe(instance.instanceId()).tags())
                .containsExactlyInAnyOrder(tag("Name", "first"), tag("colour", "blau & <grün>"));
        ec2.deleteTags(request -> request.resources(instance.instanceId())
                .tags(Tag.builder().key("Name").build()));
        assertThat(fleet.describe(instance.instanceId()).tags()).containsExactly(tag("colour", "blau & <grün>"));
        assertThat(ec2.describeInstanceStatus().instanceStatuses())
                .singleElement()
                .satisfies(status ->
                        assertThat(status.instanceStatus().statusAsString()).isEqualTo("ok"));

        InstanceStateChange change = ec2.terminateInstances(request -> request.instanceIds(instance.instanceId()))
                .terminatingInstances()
                .get(0);
        assertThat(change.previousState().nameAsString()).isEqualTo("running");
        assertThat(change.currentState().nameAsString()).isEqualTo("shutting-down");
        fleet.awaitState(instance.instanceId(), "terminated");
        assertThat(fleet.describe(instance.instanceId()).stateReason().code())
                .isEqualTo("Client.UserInitiatedShutdown");
    }

    @Test
    void theWholeProcessTreeIsToldToEndAndThenKilled() throws IOException {
        Path told = folder.resolve("told");
        String id = fleet.runOne("""
                #!/bin/sh
                (trap 'echo told > "%s"; exit' TERM; echo ready; while :; do sleep 0.1; done) &
                (trap '' TERM; while :; do sleep 0.1; done) &
                nohup setsid sh -c 'trap "" TERM; while :; do sleep 0.1; done' &
                wait
                """.formatted(told));
        await().atMost(PATIENCE).until(() -> console(id).contains("ready"));
        ec2.terminateInstances(request -> request.instanceIds(id));
        fleet.awaitState(id, "terminated");
        assertThat(told).hasContent("told");
        assertThat(processesIn(cloud.data().resolve("instances").resolve(id))).isEmpty();
    }

    @Test
    void anInstanceWhoseUserDataEndsIsTerminatedOrStopped() {
        String well = fleet.runOne("#!/bin/sh\nexit 0\n");
        String badly = fleet.runOne("#!/bin/sh\nexit 7\n");
        String stopping = fleet.run(
                        1,
                        1,
                        "#!/bin/sh\nexit 0\n",
                        request -> request.instanceInitiatedShutdownBehavior(ShutdownBehavior.STOP))
                .instances()
                .get(0)
                .instanceId();
        fleet.awaitState(well, "terminated");
        fleet.awaitState(badly, "terminated");
        fleet.awaitState(stopping, "stopped");
        assertThat(fleet.describe(well).stateReason().code()).isEqualTo("Client.InstanceInitiatedShutdown");
        assertThat(fleet.describe(badly).stateReason().message()).endsWith("exit status 7");
    }

    @Test
    void anInstanceRunsAsLongAsAnyOfItsProcesses() throws IOException {
        Path goOn = folder.resolve("go-on");
        String id = fleet.runOne("#!/bin/sh\n(while [ ! -e '%s' ]; do sleep 0.1; done) &\necho left\n".formatted(goOn));
        await().atMost(PATIENCE).until(() -> console(id).contains("left"));
        await().during(Duration.ofSeconds(1)).until(() -> fleet.state(id).equals("running"));
        Files.createFile(goOn);
        fleet.awaitState(id, "terminated");
    }

    @Test
    void aStoppedInstanceCanBeStartedAgain() {
        String id = fleet.runOne("#!/bin/sh\necho booted\nexec sleep 600\n");
        fleet.awaitState(id, "running");
        ec2.stopInstances(request -> request.instanceIds(id));
        fleet.awaitState(id, "stopped");
        Instant launched = fleet.describe(id).launchTime();
        ec2.startInstances(request -> request.instanceIds(id));
        fleet.awaitState(id, "running");
        await().atMost(PATIENCE).until(() -> console(id).equals("booted\nbooted\n"));
        assertThat(fleet.describe(id).launchTime()).isAfter(launched);
    }

    @Test
    void aLaunchWithTheSameClientTokenHappensOnce() {
        RunInstancesResponse first = fleet.run(2, 2, Fleet.SLEEPER, request -> request.clientToken("once"));
        RunInstancesResponse second = fleet.run(2, 2, Fleet.SLEEPER, request -> request.clientToken("once"));
        assertThat(second.reservationId()).isEqualTo(first.reservationId());
        assertThat(ids(second.instances())).isEqualTo(ids(first.instances()));
        assertThat(fleet.in("pending", "running")).hasSize(2);
        assertRefused(
                400,
                "IdempotentParameterMismatch",
                () -> fleet.run(1, 2, Fleet.SLEEPER, request -> request.clientToken("once")));
    }

    @Test
    void aLaunchGetsAsManyInstancesAsTheQuotaLets() {
        assertThat(fleet.run(1, QUOTA + 5, "", request -> {}).instances()).hasSize(QUOTA);
        assertRefused(400, "InstanceLimitExceeded", () -> fleet.runOne(""));
    }

    @Test
    void instancesAreListedInPages() {
        fleet.run(3, 3, "", request -> {});
        fleet.run(4, 4, "", request -> {});
        Filter up = filter("instance-state-name", "pending", "running");
        DescribeInstancesResponse first =
                ec2.describeInstances(request -> request.maxResults(5).filters(up));
        assertThat(first.reservations()).hasSize(2);
        DescribeInstancesResponse second = ec2.describeInstances(
                request -> request.maxResults(5).filters(up).nextToken(first.nextToken()));
        assertThat(second.reservations().get(0).instances()).hasSize(2);
        assertThat(second.nextToken()).isNull();
        assertRefused(400, "InvalidNextToken", () -> ec2.describeInstances(request -> request.nextToken("nonsense")));
        assertRefused(
                400,
                "InvalidParameterCombination",
                () -> ec2.describeInstances(request -> request.maxResults(5).instanceIds("i-0123456789abcdef0")));
    }

    @Test
    void instancesAreFoundByFilters() {
        String id = fleet.run(1, 1, "", InstancesIT::named).instances().get(0).instanceId();
        fleet.run(1, 1, "", request -> request.clientToken("tok").imageId("ami-00000002"));
        Filter up = filter("instance-state-name", "pending", "running");
        assertThat(found(up, filter("tag:Name", "f*t"))).containsExactly(id);
        assertThat(found(up, filter("tag-key", "Nam?"))).containsExactly(id);
        assertThat(found(up, filter("tag:Name", "First"))).isEmpty();
        assertThat(found(up, filter("client-token", "tok"))).hasSize(1).doesNotContain(id);
        assertThat(found(up, filter("image-id", "ami-00000002", "ami-00000003")))
                .hasSize(1)
                .doesNotContain(id);
        assertThat(found(up, filter("instance-type", "t3.*"))).hasSize(2);
        assertRefused(400, "InvalidParameterValue", () -> found(filter("moon-phase", "full")));
    }

    @Test
    void oneBadIdFailsTheWholeCall() {
        String id = fleet.runOne(Fleet.SLEEPER);
        String missing = "i-00000000000000000";
        assertRefused(
                400,
                "InvalidInstanceID.NotFound",
                () -> ec2.describeInstances(request -> request.instanceIds(id, missing)));
        assertRefused(
                400,
                "InvalidInstanceID.NotFound",
                () -> ec2.terminateInstances(request -> request.instanceIds(id, missing)));
        assertRefused(
                400,
                "InvalidInstanceID.Malformed",
                () -> ec2.describeInstances(request -> request.instanceIds("../../etc")));
        assertThat(fleet.state(id)).isIn("pending", "running");
    }

    @Test
    void nothingIsStartedForARequestThatIsNotSignedWithTheKey() throws IOException, InterruptedException {
        Path started = folder.resolve("started");
        String script = "#!/bin/sh\ntouch '%s'\n".formatted(started);
        try (Ec2Client wrongSecret = cloud.ec2(cloud.wrongSecret());
                Ec2Client wrongKey =
                        cloud.ec2(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAOTHER", "wrong")))) {
            assertRefused(403, "SignatureDoesNotMatch", () -> new Fleet(wrongSecret).runOne(script));
            assertRefused(401, "AuthFailure", () -> new Fleet(wrongKey).runOne(script));
        }
        String unsigned = "Action=RunInstances&Version=2016-11-15&ImageId=ami-00000001&MinCount=1&MaxCount=1&UserData="
                + Fleet.base64(script);
        assertThat(post(cloud.endpoint("ec2"), unsigned))
                .startsWith("403 ")
                .contains("<Code>MissingAuthenticationToken</Code>");
        assertThat(fleet.in("pending", "running", "shutting-down")).isEmpty();
        assertThat(started).doesNotExist();
    }

    @Test
    void aBucketIsNotOpenToAWrongSecret() {
        try (S3Client wrong = cloud.s3(cloud.wrongSecret())) {
            assertThatExceptionOfType(S3Exception.class)
                    .isThrownBy(wrong::listBuckets)
                    .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void aDryRunStartsNothing() {
        assertRefused(412, "DryRunOperation", () -> fleet.run(1, 1, "", request -> request.dryRun(true)));
        assertThat(fleet.in("pending", "running")).isEmpty();
    }

    @Test
    void whatIsNotOfferedIsAnInvalidAction() {
        assertRefused(400, "InvalidAction", () -> ec2.describeVpcs());
    }

    static Stream<Arguments> launchesThatMakeNoSense() {
        return Stream.of(
                refused("no instance", "InvalidParameterValue", request -> request.minCount(0)),
                refused("too many instances", "InvalidParameterValue", request -> request.maxCount(1001)),
                refused("a minimum over the maximum", "InvalidParameterValue", request -> request.minCount(2)),
                refused("no count", "MissingParameter", request -> request.maxCount(null)),
                refused("no image", "MissingParameter", request -> request.imageId(null)),
                refused("a malformed image", "InvalidAMIID.Malformed", request -> request.imageId("debian")),
                refused(
                        "a malformed launch template",
                        "InvalidLaunchTemplateId.Malformed",
                        request -> request.launchTemplate(template -> template.launchTemplateId("workers"))),
                refused("no such type", "InvalidParameterValue", request -> request.instanceType("large")),
                refused(
                        "a zone of another region",
                        "InvalidParameterValue",
                        request -> request.placement(place -> place.availabilityZone("eu-west-1a"))),
                refused(
                        "user data over 16 KiB",
                        "InvalidParameterValue",
                        request -> request.userData(Fleet.base64("#".repeat(16 * 1024 + 1)))),
                refused("user data in plain text", "InvalidUserData.Malformed", request -> request.userData("#!")),
                refused("a long token", "InvalidParameterValue", request -> request.clientToken("x".repeat(65))),
                refused(
                        "a reserved tag",
                        "InvalidParameterValue",
                        request -> request.tagSpecifications(TagSpecification.builder()
                                .resourceType(ResourceType.INSTANCE)
                                .tags(tag("aws:x", "y"))
                                .build())));
    }

    private static Arguments refused(String what, String code, Consumer<RunInstancesRequest.Builder> how) {
        return Arguments.of(Named.of(what, how), code);
    }

    @ParameterizedTest
    @MethodSource("launchesThatMakeNoSense")
    void aLaunchThatMakesNoSenseIsRefusedEvenAsADryRun(Consumer<RunInstancesRequest.Builder> how, String code) {
        assertRefused(400, code, () -> fleet.run(1, 1, "", how));
        assertRefused(400, code, () -> fleet.run(1, 1, "", how.andThen(request -> request.dryRun(true))));
        assertThat(fleet.in("pending", "running")).isEmpty();
    }

    @Test
    void userDataOfSixteenKibibytesIsTakenAndGivenBack() {
        String longest = "#".repeat(16 * 1024);
        String id = fleet.runOne(longest);
        assertThat(ec2.describeInstanceAttribute(
                                request -> request.instanceId(id).attribute(InstanceAttributeName.USER_DATA))
                        .userData()
                        .value())
                .isEqualTo(Fleet.base64(longest));
    }

    @Test
    void aStoppedInstanceIsTerminatedAtOnceAndForGood() {
        String id = fleet.runOne(Fleet.SLEEPER);
        fleet.awaitState(id, "running");
        ec2.stopInstances(request -> request.instanceIds(id));
        fleet.awaitState(id, "stopped");
        assertThat(change(ec2.terminateInstances(request -> request.instanceIds(id))
                        .terminatingInstances()))
                .isEqualTo("stopped to terminated");
        assertThat(change(ec2.terminateInstances(request -> request.instanceIds(id))
                        .terminatingInstances()))
                .isEqualTo("terminated to terminated");
        assertRefused(400, "IncorrectInstanceState", () -> ec2.startInstances(request -> request.instanceIds(id)));
        assertRefused(400, "IncorrectInstanceState", () -> ec2.stopInstances(request -> request.instanceIds(id)));
    }

    @Test
    void anInstanceThatIsStoppingCanStillBeTerminated() {
        String id = fleet.runOne("#!/bin/sh\ntrap '' TERM\necho deaf\nwhile :; do sleep 0.1; done\n");
        await().atMost(PATIENCE).until(() -> console(id).equals("deaf\n"));
        ec2.stopInstances(request -> request.instanceIds(id));
        assertRefused(400, "IncorrectInstanceState", () -> ec2.startInstances(request -> request.instanceIds(id)));
        assertThat(change(ec2.terminateInstances(request -> request.instanceIds(id))
                        .terminatingInstances()))
                .isEqualTo("stopping to shutting-down");
        fleet.awaitState(id, "terminated");
    }

    @Test
    void theStatusIsToldOfRunningInstancesOrOfAll() {
        String running = fleet.runOne(Fleet.SLEEPER);
        String stopped = fleet.runOne(Fleet.SLEEPER);
        fleet.awaitState(running, "running");
        fleet.awaitState(stopped, "running");
        ec2.stopInstances(request -> request.instanceIds(stopped));
        fleet.awaitState(stopped, "stopped");
        assertThat(statuses(request -> request.instanceIds(running, stopped))).containsExactly(running + " ok");
        assertThat(statuses(request -> request.instanceIds(running, stopped).includeAllInstances(true)))
                .containsExactly(running + " ok", stopped + " not-applicable");
        assertThat(statuses(request -> request.filters(filter("instance-status.status", "ok"))))
                .containsExactly(running + " ok");
        assertThat(statuses(request -> request.filters(filter("instance-state-name", "stopped"))
                        .includeAllInstances(true)))
                .containsExactly(stopped + " not-applicable");
        assertRefused(
                400, "InvalidParameterValue", () -> statuses(request -> request.filters(filter("tag:Name", "x"))));
    }

    private static List<String> statuses(Consumer<DescribeInstanceStatusRequest.Builder> request) {
        return ec2.describeInstanceStatus(request).instanceStatuses().stream()
                .map(status ->
                        status.instanceId() + " " + status.instanceStatus().statusAsString())
                .toList();
    }

    private static String change(List<InstanceStateChange> changes) {
        return changes.get(0).previousState().nameAsString() + " to "
                + changes.get(0).currentState().nameAsString();
    }

    private static void named(software.amazon.awssdk.services.ec2.model.RunInstancesRequest.Builder request) {
        request.tagSpecifications(TagSpecification.builder()
                .resourceType(ResourceType.INSTANCE)
                .tags(tag("Name", "first"))
                .build());
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    private static List<String> found(Filter... filters) {
        return ec2.describeInstances(request -> request.filters(filters)).reservations().stream()
                .flatMap(reservation -> ids(reservation.instances()).stream())
                .toList();
    }

    private static List<String> ids(List<Instance> instances) {
        return instances.stream().map(Instance::instanceId).toList();
    }

    private static String console(String id) {
        String output = ec2.getConsoleOutput(request -> request.instanceId(id)).output();
        return new String(
                java.util.Base64.getDecoder().decode(output == null ? "" : output),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<ProcessHandle> processesIn(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> workingDirectory(process).equals(directory.toString()))
                .toList();
    }

    private static String workingDirectory(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .toString();
        } catch (IOException goneOrNotOurs) {
            return "";
        }
    }

    private static String post(URI endpoint, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(endpoint)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
