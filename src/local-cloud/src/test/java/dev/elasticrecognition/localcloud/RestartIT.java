package dev.elasticrecognition.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How a cloud begins, ends, and comes back. */
class RestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Named as what S3Proxy is writing is named. */
    private static final String WITH_UUID = "a-" + UUID.randomUUID();

    @TempDir
    private Path data;

    @Test
    void everythingComesBackAfterKill() throws IOException, InterruptedException {
        String survivor;
        String victim;
        try (CloudProcess cloud = CloudProcess.start(data);
                Ec2Client ec2 = cloud.ec2();
                S3Client s3 = cloud.s3();
                SqsClient sqs = cloud.sqs()) {
            s3.createBucket(request -> request.bucket("kept"));
            s3.putObject(
                    request -> request.bucket("kept").key("a/b").metadata(Map.of("name", "x")),
                    RequestBody.fromString("content"));
            s3.putObject(request -> request.bucket("kept").key(WITH_UUID), RequestBody.fromString("whole"));
            String url = sqs.createQueue(request ->
                            request.queueName("kept").attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "2")))
                    .queueUrl();
            sqs.sendMessage(
                    request -> request.queueUrl(url).messageBody("waiting").delaySeconds(1));
            sqs.sendMessage(request -> request.queueUrl(url).messageBody("in flight"));
            assertThat(sqs.receiveMessage(request -> request.queueUrl(url)).messages())
                    .hasSize(1);
            Fleet fleet = new Fleet(ec2);
            survivor = fleet.run(1, 1, Fleet.SLEEPER, request -> request.clientToken("kept"))
                    .instances()
                    .get(0)
                    .instanceId();
            victim = fleet.runOne(Fleet.SLEEPER);
            fleet.awaitState(survivor, "running");
            fleet.awaitState(victim, "running");
            cloud.kill();
        }
        Path object = data.resolve("s3/kept/a/b");
        Files.writeString(object.resolveSibling("b-" + UUID.randomUUID()), "cont");
        Files.copy(object, object.resolveSibling("b-" + UUID.randomUUID()), StandardCopyOption.COPY_ATTRIBUTES);
        long survivorPid = pid(survivor);
        URI metadata = metadataService(survivorPid);
        long victimPid = pid(victim);
        ProcessHandle.of(victimPid).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> !isAlive(victimPid));

        try (CloudProcess cloud = CloudProcess.start(data, "--grace", "1s");
                Ec2Client ec2 = cloud.ec2();
                S3Client s3 = cloud.s3();
                SqsClient sqs = cloud.sqs()) {
            assertThat(s3.getObjectAsBytes(request -> request.bucket("kept").key("a/b"))
                            .asUtf8String())
                    .isEqualTo("content");
            assertThat(s3.headObject(request -> request.bucket("kept").key("a/b"))
                            .metadata())
                    .containsEntry("name", "x");
            assertThat(s3.listObjectsV2(request -> request.bucket("kept")).contents())
                    .extracting(S3Object::key)
                    .containsExactlyInAnyOrder("a/b", WITH_UUID);
            assertThat(object.getParent()).isDirectoryNotContaining(file -> !file.equals(object));
            assertBothMessagesAreThere(sqs);

            assertThat(tokenStatus(metadata)).isEqualTo(200);
            Fleet fleet = new Fleet(ec2);
            assertThat(fleet.state(survivor)).isEqualTo("running");
            assertThat(fleet.state(victim)).isEqualTo("terminated");
            assertThat(fleet.run(1, 1, Fleet.SLEEPER, request -> request.clientToken("kept"))
                            .instances())
                    .extracting(Instance::instanceId)
                    .containsExactly(survivor);
            ec2.terminateInstances(request -> request.instanceIds(survivor));
            fleet.awaitState(survivor, "terminated");
            assertThat(isAlive(survivorPid)).isFalse();
            assertThat(tokenStatus(metadata)).isEqualTo(404);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCloudThatCannotWriteEndsAndHasAllThatWasAnsweredWhenItIsStartedAgain() throws Exception {
        try (CloudProcess cloud = CloudProcess.start(data);
                SqsClient sqs = cloud.sqs()) {
            String url = sqs.createQueue(request -> request.queueName("kept")).queueUrl();
            sqs.sendMessage(request -> request.queueUrl(url).messageBody("answered"));
            keepFromWriting(cloud.process());

            assertThatThrownBy(() ->
                            sqs.sendMessage(request -> request.queueUrl(url).messageBody("refused")))
                    .isInstanceOf(SdkException.class);

            assertThat(cloud.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(cloud.process().exitValue()).isEqualTo(3);
        }
        try (CloudProcess cloud = CloudProcess.start(data);
                SqsClient sqs = cloud.sqs()) {
            String url = sqs.getQueueUrl(request -> request.queueName("kept")).queueUrl();
            assertThat(sqs.receiveMessage(request -> request.queueUrl(url)).messages())
                    .extracting(Message::body)
                    .contains("answered");
        }
    }

    @Test
    void faultsEndWithTheCloudButWhoeverIsStuckStaysStuck() throws IOException, InterruptedException {
        String stuck;
        String slow;
        String hidden;
        try (CloudProcess cloud = CloudProcess.start(data);
                Ec2Client ec2 = cloud.ec2()) {
            Fleet fleet = new Fleet(ec2);
            FaultSwitch faults = FaultSwitch.of(cloud);
            faults.set("{'fault':'stuck-boot'}");
            stuck = fleet.runOne(Fleet.SLEEPER);
            fleet.awaitState(stuck, "running");
            faults.set("{'fault':'slow-boot','seconds':3600}");
            slow = fleet.runOne(Fleet.SLEEPER);
            faults.set("{'fault':'hidden','seconds':3600}");
            hidden = fleet.runOne(Fleet.SLEEPER);
            cloud.kill();
        }
        try (CloudProcess cloud = CloudProcess.start(data, "--grace", "1s");
                Ec2Client ec2 = cloud.ec2()) {
            Fleet fleet = new Fleet(ec2);
            assertThat(FaultSwitch.of(cloud).get()).contains("\"faults\":[]");
            fleet.awaitState(slow, "running");
            fleet.awaitState(hidden, "running");
            assertThat(fleet.state(stuck)).isEqualTo("running");
            assertThat(instance(stuck).resolve("pid")).doesNotExist();
            fleet.terminateAll();
        }
    }

    @Test
    void aCleanStopLeavesNoProcessBehind() throws IOException, InterruptedException {
        String obedient;
        String stubborn;
        try (CloudProcess cloud = CloudProcess.start(data, "--grace", "1s");
                Ec2Client ec2 = cloud.ec2()) {
            Fleet fleet = new Fleet(ec2);
            obedient = fleet.runOne(Fleet.SLEEPER);
            stubborn = fleet.runOne("#!/bin/sh\ntrap '' TERM\necho deaf\nwhile :; do sleep 0.1; done\n");
            fleet.awaitState(obedient, "running");
            await().atMost(PATIENCE)
                    .until(() -> Files.readString(instance(stubborn).resolve("console.log"))
                            .contains("deaf"));
            long obedientPid = pid(obedient);
            long stubbornPid = pid(stubborn);
            assertThat(cloud.stop()).isZero();
            assertThat(isAlive(obedientPid)).isFalse();
            assertThat(isAlive(stubbornPid)).isFalse();
        }
        try (CloudProcess cloud = CloudProcess.start(data);
                Ec2Client ec2 = cloud.ec2()) {
            assertThat(new Fleet(ec2).in("terminated"))
                    .extracting(Instance::instanceId)
                    .containsExactlyInAnyOrder(obedient, stubborn);
        }
    }

    @Test
    void oneDirectoryIsForOneCloud() throws IOException, InterruptedException {
        try (CloudProcess cloud = CloudProcess.start(data)) {
            assertThat(cloud.readyLine())
                    .isEqualTo("local cloud ready: sqs=%s s3=%s ec2=%s data=%s"
                            .formatted(cloud.endpoint("sqs"), cloud.endpoint("s3"), cloud.endpoint("ec2"), data));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("credentials"))))
                    .isEqualTo("rw-------");
            assertRefused(List.of(), "already running on " + data);
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertRefused(List.of("--sqs-port", "0", "--s3-port", port), "port " + port + " on 127.0.0.1 is taken");
        }
    }

    /** As a full disk does. */
    private static void keepFromWriting(Process process) throws IOException, InterruptedException {
        int status = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=0:")
                .start()
                .waitFor();
        assertThat(status).isZero();
    }

    private void assertRefused(List<String> options, String message) throws IOException, InterruptedException {
        Process refused = CloudProcess.launch(data, options);
        String error = new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(refused.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(2);
        assertThat(error.lines()).singleElement().asString().contains(message);
    }

    private static void assertBothMessagesAreThere(SqsClient sqs) {
        String url = sqs.getQueueUrl(request -> request.queueName("kept")).queueUrl();
        java.util.Set<String> bodies = new java.util.TreeSet<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<Message> received = sqs.receiveMessage(request ->
                            request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                    .messages();
            received.forEach(message -> bodies.add(message.body()));
            assertThat(bodies).containsExactly("in flight", "waiting");
        });
    }

    /** Where a process was told to find its metadata. */
    private static URI metadataService(long pid) throws IOException {
        String environment = Files.readString(Path.of("/proc", Long.toString(pid), "environ"));
        String variable = "AWS_EC2_METADATA_SERVICE_ENDPOINT=";
        return environment
                .lines()
                .flatMap(line -> Stream.of(line.split("\0")))
                .filter(line -> line.startsWith(variable))
                .map(line -> URI.create(line.substring(variable.length())))
                .findFirst()
                .orElseThrow();
    }

    private static int tokenStatus(URI metadata) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(metadata + "/latest/api/token"))
                .header("X-aws-ec2-metadata-token-ttl-seconds", "60")
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Path instance(String id) {
        return data.resolve("instances").resolve(id);
    }

    private long pid(String id) throws IOException {
        return Long.parseLong(Files.readString(instance(id).resolve("pid")).strip());
    }

    /** A zombie, which its new parent has not waited for yet, has no command line any more. */
    private static boolean isAlive(long pid) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        return Files.exists(commandLine) && !Files.readString(commandLine).isEmpty();
    }
}
