package dev.elasticrecognition.localcloud.instances;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One row of the table. An instance is pending until its process is started, running while any process of it lives,
 * shutting down or stopping while it is being ended, then terminated or stopped.
 *
 * @param since when it came into its state
 * @param metadataPort the loopback port of its metadata service; 0 before the first boot
 * @param process the process of the user data, once it was started
 */
public record Instance(
        String id,
        Launch launch,
        Map<String, String> tags,
        InstanceState state,
        Optional<StateReason> reason,
        Instant since,
        int metadataPort,
        Optional<ProcessIdentity> process) {

    /** Where every instance lives, as seen from the others. */
    public static final String ADDRESS = "127.0.0.1";

    static Instance pending(String id, Launch launch, Map<String, String> tags) {
        return new Instance(
                id, launch, tags, InstanceState.PENDING, Optional.empty(), launch.time(), 0, Optional.empty());
    }

    Instance in(InstanceState newState, Optional<StateReason> newReason, Instant now) {
        return new Instance(id, launch, tags, newState, newReason, now, metadataPort, process);
    }

    Instance running(Optional<ProcessIdentity> newProcess, Instant now) {
        return new Instance(id, launch, tags, InstanceState.RUNNING, Optional.empty(), now, metadataPort, newProcess);
    }

    Instance pendingAgain(Instant now) {
        return new Instance(id, launch, tags, InstanceState.PENDING, Optional.empty(), now, 0, Optional.empty());
    }

    Instance withMetadataPort(int port) {
        return new Instance(id, launch, tags, state, reason, since, port, process);
    }

    Instance withTags(Map<String, String> newTags) {
        return new Instance(id, launch, new TreeMap<>(newTags), state, reason, since, metadataPort, process);
    }
}
