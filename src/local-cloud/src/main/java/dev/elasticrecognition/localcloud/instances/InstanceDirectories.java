package dev.elasticrecognition.localcloud.instances;

import java.nio.file.Path;

/** Where the instances' directories lie. */
public record InstanceDirectories(Path root) {

    /** The directory of one instance, whose id has been checked or was made here. */
    public InstanceDirectory of(String instanceId) {
        InstanceIds.requireWellFormed(instanceId);
        return new InstanceDirectory(root.resolve(instanceId));
    }
}
