package dev.elasticrecognition.chaos.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that goes wrong.
 *
 * @param at when it strikes, from the beginning on
 * @param target which of those that are there then: the number of the victim, 0 or more, modulo how many there are
 * @param length for how long; zero if it strikes at once
 */
public record Accident(Duration at, Kind kind, int target, Duration length) {

    /** When it is over. */
    public Duration end() {
        return at.plus(length);
    }

    /** The victim among those that are there, if any are. */
    public <T> Optional<T> victim(List<T> candidates) {
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(target % candidates.size()));
    }
}
