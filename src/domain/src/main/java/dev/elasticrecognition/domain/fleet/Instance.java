package dev.elasticrecognition.domain.fleet;

import java.time.Instant;
import java.util.Objects;

/**
 * One machine of the fleet.
 *
 * @param id as the cloud names it
 * @param state where it is in its life
 * @param launchedAt when the cloud last began to launch or start it
 * @param decision the token of the launch that it comes from; empty if it carries none
 */
public record Instance(String id, InstanceState state, Instant launchedAt, String decision) {

    public Instance {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(launchedAt, "launchedAt");
        Objects.requireNonNull(decision, "decision");
    }
}
