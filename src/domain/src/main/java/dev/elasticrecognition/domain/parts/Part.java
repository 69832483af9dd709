package dev.elasticrecognition.domain.parts;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How one part of the service is.
 *
 * @param name which, in kebab case
 * @param since when it was first seen to be so; empty if that isn't known
 * @param sentence the same for people, with a reason if there is one
 */
public record Part(String name, State state, Optional<Instant> since, String sentence) {

    public Part {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** How a part is. */
    public enum State {
        OK,
        FAILING,
        UNKNOWN
    }
}
