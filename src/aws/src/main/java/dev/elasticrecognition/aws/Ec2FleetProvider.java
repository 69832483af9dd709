package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.scaling.Fleet;
import dev.elasticrecognition.domain.scaling.FleetProvider;
import dev.elasticrecognition.domain.scaling.Instance;
import dev.elasticrecognition.domain.scaling.InstanceState;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.ShutdownBehavior;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The EC2 instances that carry our fleet's tag. */
public final class Ec2FleetProvider implements FleetProvider {

    private static final int PAGE = 100;

    private final Ec2Client ec2;
    private final Ec2Settings settings;
    private final String userData;

    Ec2FleetProvider(Ec2Client ec2, Ec2Settings settings, WorkerUserData userData) {
        this.ec2 = ec2;
        this.settings = settings;
        this.userData = userData.base64();
    }

    @Override
    public Fleet describe() {
        return call(
                "describe the fleet " + settings.fleet(),
                () -> new Fleet(ec2
                        .describeInstancesPaginator(describe -> describe.maxResults(PAGE)
                                .filters(Filter.builder()
                                        .name("tag:" + Ec2Settings.FLEET_TAG)
                                        .values(settings.fleet())
                                        .build()))
                        .stream()
                        .map(DescribeInstancesResponse::reservations)
                        .flatMap(List::stream)
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(Ec2FleetProvider::instance)
                        .toList()));
    }

    @Override
    public List<Instance> launch(int atMost, String token) {
        return call(
                "launch %d instances".formatted(atMost),
                () -> ec2.runInstances(run -> launch(run, atMost, token)).instances().stream()
                        .map(Ec2FleetProvider::instance)
                        .toList());
    }

    private void launch(RunInstancesRequest.Builder run, int atMost, String token) {
        run.imageId(settings.imageId())
                .instanceType(InstanceType.fromValue(settings.instanceType()))
                .minCount(1)
                .maxCount(atMost)
                .clientToken(token)
                .userData(userData)
                .instanceInitiatedShutdownBehavior(ShutdownBehavior.TERMINATE)
                .metadataOptions(metadata -> metadata.httpTokens(HttpTokensState.REQUIRED))
                .tagSpecifications(TagSpecification.builder()
                        .resourceType(ResourceType.INSTANCE)
                        .tags(tag("Name", settings.fleet() + "-worker"), tag(Ec2Settings.FLEET_TAG, settings.fleet()))
                        .build());
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static Instance instance(software.amazon.awssdk.services.ec2.model.Instance described) {
        return new Instance(described.instanceId(), state(described.state().nameAsString()), described.launchTime());
    }

    private static InstanceState state(String name) {
        return switch (name) {
            case "pending" -> InstanceState.PENDING;
            case "running" -> InstanceState.RUNNING;
            default -> InstanceState.TERMINATED;
        };
    }
}
