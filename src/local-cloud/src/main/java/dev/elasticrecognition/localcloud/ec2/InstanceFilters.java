package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.instances.Instance;
import dev.elasticrecognition.localcloud.instances.Launch;
import dev.elasticrecognition.localcloud.instances.StateReason;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The filters of DescribeInstances that are known here, under the names that EC2 has for them. */
final class InstanceFilters implements Filters.Vocabulary<Instance> {

    private static final String TAG = "tag:";

    @Override
    public Optional<Function<Instance, Collection<String>>> values(String filterName) {
        if (filterName.startsWith(TAG)) {
            String key = filterName.substring(TAG.length());
            return Optional.of(
                    instance -> Stream.ofNullable(instance.tags().get(key)).toList());
        }
        return Optional.ofNullable(byName(filterName));
    }

    private static Function<Instance, Collection<String>> byName(String filterName) {
        return switch (filterName) {
            case "instance-id" -> instance -> List.of(instance.id());
            case "instance-state-name" -> instance -> List.of(instance.state().wireName());
            case "instance-state-code" ->
                instance -> List.of(Integer.toString(instance.state().code()));
            case "tag-key" -> instance -> instance.tags().keySet();
            case "tag-value" -> instance -> instance.tags().values();
            case "launch-time" -> launched(launch -> Timestamps.millis(launch.time()));
            case "state-reason-code" ->
                instance -> instance.reason().map(StateReason::code).stream().toList();
            case "availability-zone" -> launched(Launch::availabilityZone);
            case "client-token" -> launched(Launch::clientToken);
            case "image-id" -> launched(Launch::imageId);
            case "instance-type" -> launched(Launch::instanceType);
            case "key-name" -> launched(Launch::keyName);
            case "reservation-id" -> launched(Launch::reservationId);
            default -> null;
        };
    }

    private static Function<Instance, Collection<String>> launched(Function<Launch, String> fact) {
        return instance -> List.of(fact.apply(instance.launch()));
    }
}
