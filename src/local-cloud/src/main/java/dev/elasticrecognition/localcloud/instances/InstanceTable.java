package dev.elasticrecognition.localcloud.instances;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * All instances and client tokens. Every change is on disk before the method returns. Thread-safe; several calls become
 * one step by holding the table's monitor.
 *
 * <p>A terminated instance can be seen for an hour. Its row and client token are kept for a day longer, because a launch
 * that is tried again as late as that must still find it.
 */
public final class InstanceTable {

    private static final Duration VISIBLE_AFTER_TERMINATION = Duration.ofHours(1);
    private static final Duration KEPT_AFTER_TERMINATION = Duration.ofHours(25);

    private final TableFile file;
    private final Conditions conditions;
    private final InstantSource clock;
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Map<String, LaunchToken> tokens = new LinkedHashMap<>();
    private long lastOrder;

    private InstanceTable(TableFile file, Conditions conditions, InstantSource clock) {
        this.file = file;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** Reads the table in the file, or begins an empty one there. */
    public static InstanceTable open(Path path, Conditions conditions, InstantSource clock) throws IOException {
        TableFile file = new TableFile(path);
        InstanceTable table = new InstanceTable(file, conditions, clock);
        TableFile.Content content = file.read();
        content.instances().forEach(instance -> table.instances.put(instance.id(), instance));
        content.tokens().forEach(token -> table.tokens.put(token.token(), token));
        table.lastOrder = content.lastOrder();
        return table;
    }

    /** All instances as they are seen from outside, the oldest first. */
    public synchronized List<Instance> seen() {
        return instances.keySet().stream().flatMap(id -> seen(id).stream()).toList();
    }

    /** The instances with the ids as they are seen from outside, in the order of the ids; one bad id fails the whole call. */
    public synchronized List<Instance> seen(List<String> ids) {
        return named(ids).stream()
                .flatMap(instance -> seen(instance.id()).stream())
                .toList();
    }

    private Optional<Instance> seen(String id) {
        return find(id).flatMap(conditions::seen);
    }

    /** The instance with the id as it is, unless it was terminated too long ago. */
    public synchronized Optional<Instance> find(String id) {
        Instant oldest = clock.instant().minus(VISIBLE_AFTER_TERMINATION);
        return Optional.ofNullable(instances.get(id)).filter(instance -> !terminatedBefore(instance, oldest));
    }

    /** Like {@link #seen(List)}, but as they are. */
    synchronized List<Instance> named(List<String> ids) {
        ids.forEach(InstanceIds::requireWellFormed);
        List<String> missing = ids.stream().filter(id -> seen(id).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND.error(
                    "The instance ID%s",
                    missing.size() == 1
                            ? " '%s' does not exist".formatted(missing.get(0))
                            : "s '%s' do not exist".formatted(String.join(", ", missing)));
        }
        return ids.stream().distinct().map(instances::get).toList();
    }

    /** Every row, the invisible ones too, the oldest first. */
    synchronized List<Instance> all() {
        return List.copyOf(instances.values());
    }

    synchronized Optional<LaunchToken> token(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    synchronized List<Instance> reserved(String reservationId) {
        return instances.values().stream()
                .filter(instance -> instance.launch().reservationId().equals(reservationId))
                .toList();
    }

    synchronized long lastOrder() {
        return lastOrder;
    }

    synchronized void add(List<Instance> launched, Optional<LaunchToken> token) {
        launched.forEach(instance -> instances.put(instance.id(), instance));
        token.ifPresent(used -> tokens.put(used.token(), used));
        lastOrder += launched.size();
        launched.forEach(conditions::launched);
        save();
    }

    synchronized Instance change(String id, UnaryOperator<Instance> change) {
        Instance before = instances.get(id);
        Instance after = change.apply(before);
        if (after.state() != before.state()) {
            conditions.changed(before, after);
        }
        if (!after.equals(before)) {
            instances.put(id, after);
            save();
        }
        return after;
    }

    /** Drops the rows whose time has come, with their tokens. */
    synchronized List<Instance> forgetOld() {
        Instant oldest = clock.instant().minus(KEPT_AFTER_TERMINATION);
        List<Instance> old = instances.values().stream()
                .filter(instance -> terminatedBefore(instance, oldest))
                .toList();
        if (!old.isEmpty()) {
            old.forEach(instance -> instances.remove(instance.id()));
            Set<String> reservations = instances.values().stream()
                    .map(instance -> instance.launch().reservationId())
                    .collect(Collectors.toSet());
            tokens.values().removeIf(token -> !reservations.contains(token.reservationId()));
            save();
        }
        return old;
    }

    private static boolean terminatedBefore(Instance instance, Instant time) {
        return instance.state() == InstanceState.TERMINATED && instance.since().isBefore(time);
    }

    private void save() {
        file.write(new TableFile.Content(
                lastOrder, new ArrayList<>(instances.values()), new ArrayList<>(tokens.values())));
    }
}
