package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.instances.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The filters of DescribeInstanceStatus, under the names that EC2 has for them; it knows none for tags. */
final class InstanceStatusFilters implements Filters.Vocabulary<Instance> {

    @Override
    public Optional<Function<Instance, Collection<String>>> values(String filterName) {
        return switch (filterName) {
            case "availability-zone", "instance-state-name", "instance-state-code" ->
                new InstanceFilters().values(filterName);
            case "instance-status.status", "system-status.status" ->
                Optional.of(instance -> List.of(DescribeInstanceStatus.status(instance)));
            case "instance-status.reachability", "system-status.reachability" ->
                Optional.of(DescribeInstanceStatus::reachability);
            default -> Optional.empty();
        };
    }
}
