package dev.elasticrecognition.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Something that became something else.
 *
 * @param what its name
 * @param from what it was; empty if there was none
 * @param to what it is now; empty if there is none any more
 */
public record Change(String what, Optional<String> from, Optional<String> to) {

    public Change {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    public static Change of(String what, String from, String to) {
        return new Change(what, Optional.of(from), Optional.of(to));
    }

    /** What differs between two states, each told as values by their names; in the order of the names. */
    public static List<Change> between(Map<String, String> from, Map<String, String> to) {
        TreeSet<String> names = new TreeSet<>(from.keySet());
        names.addAll(to.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(from.get(name), to.get(name))) {
                changes.add(new Change(name, Optional.ofNullable(from.get(name)), Optional.ofNullable(to.get(name))));
            }
        }
        return changes;
    }
}
