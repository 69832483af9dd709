package dev.elasticrecognition.domain.fleet;

import java.util.List;

/** The instances that are ours, ended ones included as long as the cloud describes them. */
public record Fleet(List<Instance> instances) {

    public Fleet {
        instances = List.copyOf(instances);
    }

    /** How many instances are, or will be, there to work. */
    public int capacity() {
        return (int) instances.stream()
                .filter(instance -> instance.state().isAlive())
                .count();
    }

    /** Whether the cloud describes an instance with this id. */
    public boolean describes(String id) {
        return instances.stream().anyMatch(instance -> instance.id().equals(id));
    }
}
