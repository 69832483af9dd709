package dev.elasticrecognition.domain.fleet;

import java.time.Instant;
import java.util.Objects;

/**
 * One machine of the fleet.
 *
 * @param id as the cloud names it
 * @param state where it is in its life
 * @param launchedAt when the cloud began to launch it
 */
public record Instance(String id, InstanceState state, Instant launchedAt) {

    public Instance {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(launchedAt, "launchedAt");
    }
}
