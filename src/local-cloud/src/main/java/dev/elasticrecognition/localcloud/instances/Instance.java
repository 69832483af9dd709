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
 * @param process the process of the user data, once it was started; an instance that runs without one idles until it is
 *     ended
 */
public record Instance(
        String id,
        Launch launch,
        Map<String, String> tags,
        InstanceState state,
        Optional<StateReason> reason,
        Instant since,
        Optional<ProcessIdentity> process) {

    /** Where every instance lives, as seen from the others. */
    public static final String ADDRESS = "127.0.0.1";

    static Instance pending(String id, Launch launch, Map<String, String> tags) {
        return new Instance(id, launch, tags, InstanceState.PENDING, Optional.empty(), launch.time(), Optional.empty());
    }

    Instance in(InstanceState newState, Optional<StateReason> newReason, Instant now) {
        return new Instance(id, launch, tags, newState, newReason, now, process);
    }

    Instance running(Optional<ProcessIdentity> newProcess, Instant now) {
        return new Instance(id, launch, tags, InstanceState.RUNNING, Optional.empty(), now, newProcess);
    }

    Instance pendingAgain(Instant now) {
        return pending(id, launch.at(now), tags);
    }

    /** The same with other tags. */
    public Instance withTags(Map<String, String> newTags) {
        return new Instance(id, launch, new TreeMap<>(newTags), state, reason, since, process);
    }
}
