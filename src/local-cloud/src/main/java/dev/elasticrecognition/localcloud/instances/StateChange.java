package dev.elasticrecognition.localcloud.instances;

/** What a call did to an instance; both states are the same if there was nothing to do. */
public record StateChange(String instanceId, InstanceState previous, InstanceState current) {}
