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
    private final InstantSource clock;
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Map<String, LaunchToken> tokens = new LinkedHashMap<>();
    private long lastOrder;

    private InstanceTable(TableFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Reads the table in the file, or begins an empty one there. */
    public static InstanceTable open(Path path, InstantSource clock) throws IOException {
        TableFile file = new TableFile(path);
        InstanceTable table = new InstanceTable(file, clock);
        TableFile.Content content = file.read();
        content.instances().forEach(instance -> table.instances.put(instance.id(), instance));
        content.tokens().forEach(token -> table.tokens.put(token.token(), token));
        table.lastOrder = content.lastOrder();
        return table;
    }

    /** What DescribeInstances may show, the oldest first. */
    public synchronized List<Instance> visible() {
        Instant oldest = clock.instant().minus(VISIBLE_AFTER_TERMINATION);
        return instances.values().stream()
                .filter(instance -> !terminatedBefore(instance, oldest))
                .toList();
    }

    /** The visible instance with the id. */
    public synchronized Optional<Instance> find(String id) {
        Instant oldest = clock.instant().minus(VISIBLE_AFTER_TERMINATION);
        return Optional.ofNullable(instances.get(id)).filter(instance -> !terminatedBefore(instance, oldest));
    }

    /** The visible instances with the ids, in the order of the ids; one bad id fails the whole call. */
    public synchronized List<Instance> named(List<String> ids) {
        ids.forEach(InstanceIds::requireWellFormed);
        List<String> missing = ids.stream().filter(id -> find(id).isEmpty()).toList();
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
        save();
    }

    synchronized Instance change(String id, UnaryOperator<Instance> change) {
        Instance changed = change.apply(instances.get(id));
        if (!changed.equals(instances.put(id, changed))) {
            save();
        }
        return changed;
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
