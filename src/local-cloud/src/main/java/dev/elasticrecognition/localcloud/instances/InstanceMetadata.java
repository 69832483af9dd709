package dev.elasticrecognition.localcloud.instances;

import java.net.URI;

/** Tells instances about themselves. */
@FunctionalInterface
public interface InstanceMetadata {

    /** Where an instance finds its service, for as long as it lives. */
    URI of(String instanceId);
}
