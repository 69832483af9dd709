package dev.elasticrecognition.domain.fleet;

import java.util.List;

/** The instances that are ours, ended ones included as long as the cloud describes them. */
public record Fleet(List<Instance> instances) {

    public static final Fleet EMPTY = new Fleet(List.of());

    public Fleet {
        instances = List.copyOf(instances);
    }

    /** How many instances the cloud describes that come from a launch. */
    public int launchedBy(String token) {
        return (int) instances.stream()
                .filter(instance -> instance.decision().equals(token))
                .count();
    }

    /** Whether the cloud describes an instance with this id as one that isn't stopped. */
    public boolean shows(String id) {
        return instances.stream()
                .anyMatch(instance -> instance.id().equals(id) && instance.state() != InstanceState.STOPPED);
    }
}
