package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.fleet.Fleet;
import dev.elasticrecognition.domain.fleet.FleetProvider;
import dev.elasticrecognition.domain.fleet.Instance;
import dev.elasticrecognition.domain.fleet.InstanceState;
import dev.elasticrecognition.domain.fleet.LaunchRefused;
import dev.elasticrecognition.domain.fleet.Offering;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.ShutdownBehavior;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * The EC2 instances that carry our fleet's tag. Each carries the token of the launch that it comes from as well, so that
 * every machine on the bill leads to the decision that wanted it.
 */
public final class Ec2FleetProvider implements FleetProvider {

    private static final int PAGE = 100;

    /** EC2 has none left, or the account may have no more: nothing was launched, and another offering may do. */
    private static final Set<String> REFUSALS = Set.of(
            "InsufficientInstanceCapacity",
            "InsufficientFreeAddressesInSubnet",
            "InsufficientHostCapacity",
            "InsufficientReservedInstanceCapacity",
            "InstanceLimitExceeded",
            "MaxSpotInstanceCountExceeded",
            "SpotMaxPriceTooLow",
            "Unsupported",
            "VcpuLimitExceeded");

    /** How the id of a subnet begins, and no zone's name. */
    private static final String SUBNET = "subnet-";

    private static final String UNKNOWN_ID = "InvalidInstanceID.NotFound";

    private final Ec2Client ec2;
    private final Ec2Settings settings;
    private final String userData;

    Ec2FleetProvider(Ec2Client ec2, Ec2Settings settings, WorkerUserData userData) {
        this.ec2 = ec2;
        this.settings = settings;
        this.userData = userData.base64();
    }

    @Override
    public List<Offering> offerings() {
        return settings.offerings();
    }

    @Override
    public Fleet describe() {
        Filter ours = Filter.builder()
                .name("tag:" + Ec2Settings.FLEET_TAG)
                .values(settings.fleet())
                .build();
        return call(
                "describe the fleet " + settings.fleet(),
                () -> new Fleet(
                        ec2
                                .describeInstancesPaginator(
                                        describe -> describe.maxResults(PAGE).filters(ours))
                                .stream()
                                .map(DescribeInstancesResponse::reservations)
                                .flatMap(List::stream)
                                .flatMap(reservation -> reservation.instances().stream())
                                .map(Ec2FleetProvider::instance)
                                .toList()));
    }

    @Override
    public List<String> launch(Offering offering, int atMost, String token) {
        return refusable(
                "launch %d instances of %s".formatted(atMost, offering),
                () -> ec2.runInstances(run -> launch(run, offering, atMost, token)).instances().stream()
                        .map(software.amazon.awssdk.services.ec2.model.Instance::instanceId)
                        .toList());
    }

    /** One id in each call: a single bad one would fail the whole call. */
    @Override
    public void terminate(String id) {
        call("terminate instance " + id, () -> {
            try {
                return ec2.terminateInstances(terminate -> terminate.instanceIds(id));
            } catch (Ec2Exception e) {
                if (!code(e).equals(UNKNOWN_ID)) {
                    throw e;
                }
                return id;
            }
        });
    }

    @Override
    public void stop(String id) {
        call("stop instance " + id, () -> ec2.stopInstances(stop -> stop.instanceIds(id)));
    }

    @Override
    public void start(String id) {
        refusable("start instance " + id, () -> ec2.startInstances(start -> start.instanceIds(id)));
    }

    private void launch(RunInstancesRequest.Builder run, Offering offering, int atMost, String token) {
        settings.launchTemplate()
                .map(Ec2FleetProvider::template)
                .ifPresentOrElse(run::launchTemplate, () -> run.imageId(settings.imageId()));
        run.instanceType(InstanceType.fromValue(offering.instanceType()))
                .minCount(1)
                .maxCount(atMost)
                .clientToken(token)
                .userData(userData)
                .instanceInitiatedShutdownBehavior(ShutdownBehavior.TERMINATE)
                .metadataOptions(metadata -> metadata.httpTokens(HttpTokensState.REQUIRED))
                .tagSpecifications(TagSpecification.builder()
                        .resourceType(ResourceType.INSTANCE)
                        .tags(
                                tag("Name", settings.fleet() + "-worker"),
                                tag(Ec2Settings.FLEET_TAG, settings.fleet()),
                                tag(Ec2Settings.DECISION_TAG, token))
                        .build());
        if (offering.place().startsWith(SUBNET)) {
            run.subnetId(offering.place());
        } else if (!offering.place().isEmpty()) {
            run.placement(placement -> placement.availabilityZone(offering.place()));
        }
    }

    /** EC2's default version where none is named. */
    private static LaunchTemplateSpecification template(String text) {
        int colon = text.indexOf(':');
        LaunchTemplateSpecification.Builder template = LaunchTemplateSpecification.builder();
        return (colon < 0
                        ? template.launchTemplateId(text)
                        : template.launchTemplateId(text.substring(0, colon)).version(text.substring(colon + 1)))
                .build();
    }

    /** Makes a call that EC2 may refuse without having done anything. */
    private static <T> T refusable(String what, Supplier<T> call) {
        return call(what, () -> {
            try {
                return call.get();
            } catch (Ec2Exception e) {
                if (REFUSALS.contains(code(e))) {
                    throw new LaunchRefused(what, e.awsErrorDetails().errorMessage(), e);
                }
                throw e;
            }
        });
    }

    private static String code(Ec2Exception e) {
        return e.awsErrorDetails() == null
                ? ""
                : Objects.toString(e.awsErrorDetails().errorCode(), "");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static Instance instance(software.amazon.awssdk.services.ec2.model.Instance described) {
        return new Instance(
                described.instanceId(),
                state(described.state().nameAsString()),
                described.launchTime(),
                described.tags().stream()
                        .filter(tag -> tag.key().equals(Ec2Settings.DECISION_TAG))
                        .map(Tag::value)
                        .findFirst()
                        .orElse(""));
    }

    private static InstanceState state(String name) {
        return switch (name) {
            case "pending" -> InstanceState.PENDING;
            case "running" -> InstanceState.RUNNING;
            case "stopping" -> InstanceState.STOPPING;
            case "stopped" -> InstanceState.STOPPED;
            case "terminated" -> InstanceState.TERMINATED;
            default -> InstanceState.SHUTTING_DOWN;
        };
    }
}
