package dev.elasticrecognition.domain.fleet;

import java.util.List;

/**
 * The cloud that the fleet lives in. What it describes may lag behind what was launched. A call that fails throws an
 * unchecked exception and leaves open whether it had an effect.
 */
public interface FleetProvider {

    /** Describes the instances that are ours. */
    Fleet describe();

    /**
     * Launches instances.
     *
     * @param atMost how many are wanted, 1 or more; fewer come when the cloud has no more
     * @param token names this launch, 1 to 64 ASCII characters: a repeated call with the same token and number launches
     *     nothing more and answers as the first did
     * @return the instances that were launched, at least one
     */
    List<Instance> launch(int atMost, String token);
}
