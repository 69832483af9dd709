package dev.elasticrecognition.localcloud;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.ShutdownBehavior;

/** What tests do with instances. */
record Fleet(Ec2Client ec2) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String SLEEPER = "#!/bin/sh\nexec sleep 600\n";

    RunInstancesResponse run(int min, int max, String userData, Consumer<RunInstancesRequest.Builder> more) {
        return ec2.runInstances(request -> {
            request.imageId("ami-00000001")
                    .instanceType("t3.micro")
                    .minCount(min)
                    .maxCount(max)
                    .instanceInitiatedShutdownBehavior(ShutdownBehavior.TERMINATE)
                    .userData(base64(userData));
            more.accept(request);
        });
    }

    String runOne(String userData) {
        return run(1, 1, userData, request -> {}).instances().get(0).instanceId();
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    Instance describe(String id) {
        return ec2.describeInstances(request -> request.instanceIds(id))
                .reservations()
                .get(0)
                .instances()
                .get(0);
    }

    String state(String id) {
        return describe(id).state().nameAsString();
    }

    void awaitState(String id, String state) {
        await("instance " + id + " " + state)
                .atMost(PATIENCE)
                .until(() -> state(id).equals(state));
    }

    List<Instance> in(String... states) {
        return ec2
                .describeInstancesPaginator(request -> request.filters(Filter.builder()
                        .name("instance-state-name")
                        .values(states)
                        .build()))
                .reservations()
                .stream()
                .flatMap(reservation -> reservation.instances().stream())
                .toList();
    }

    void terminateAll() {
        List<String> ids = in("pending", "running", "stopping", "stopped").stream()
                .map(Instance::instanceId)
                .toList();
        if (!ids.isEmpty()) {
            ec2.terminateInstances(request -> request.instanceIds(ids));
        }
        await().atMost(PATIENCE)
                .until(() -> in("pending", "running", "shutting-down", "stopping", "stopped")
                        .isEmpty());
    }
}
