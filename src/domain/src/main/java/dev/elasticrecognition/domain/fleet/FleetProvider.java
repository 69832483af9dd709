package dev.elasticrecognition.domain.fleet;

import java.util.List;

/**
 * The cloud that the fleet lives in. What it describes may lag behind what was done. A call that fails with {@link
 * dev.elasticrecognition.domain.messaging.Unavailable Unavailable} leaves open whether it had an effect.
 */
public interface FleetProvider {

    /** What can be launched, the preferred first; at least one. */
    List<Offering> offerings();

    /** Describes the instances that are ours, whoever launched them. */
    Fleet describe();

    /**
     * Launches instances that end for good when they shut down.
     *
     * @param offering one of {@link #offerings()}
     * @param atMost how many are wanted, 1 or more; fewer come when the cloud has no more
     * @param token names this launch, 1 to 64 ASCII characters: a repeated call with the same arguments launches nothing
     *     more and answers as the first did. The instances carry it.
     * @return the ids of the instances that were launched, at least one
     * @throws LaunchRefused if the cloud has none of this offering, or allows no more; nothing was launched then
     */
    List<String> launch(Offering offering, int atMost, String token);

    /** Ends an instance for good. One that has ended, or that the cloud doesn't know (yet), is left alone. */
    void terminate(String id);

    /** Stops a running instance, to be started again. */
    void stop(String id);

    /**
     * Starts a stopped instance.
     *
     * @throws LaunchRefused if the cloud has no machine for it now
     */
    void start(String id);
}
