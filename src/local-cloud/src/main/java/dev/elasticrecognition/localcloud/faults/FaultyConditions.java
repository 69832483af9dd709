package dev.elasticrecognition.localcloud.faults;

import dev.elasticrecognition.localcloud.instances.Conditions;
import dev.elasticrecognition.localcloud.instances.Instance;
import dev.elasticrecognition.localcloud.instances.InstanceState;
import dev.elasticrecognition.localcloud.instances.LaunchRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Conditions that are as bad as the faults say. What has befallen an instance goes on for its time, even if the faults
 * are others by then.
 */
public final class FaultyConditions implements Conditions {

    private final Faults faults;
    private final InstantSource clock;
    private final Map<String, Instant> hiddenUntil = new HashMap<>();
    private final Map<String, Instant> pendingUntil = new HashMap<>();
    private final Set<String> stuck = new HashSet<>();
    private final Map<String, Deque<Past>> pasts = new HashMap<>();
    private final Map<String, Instant> interruptions = new HashMap<>();

    /** How an instance was before a change that is not seen yet. */
    private record Past(Instance instance, Instant until) {}

    public FaultyConditions(Faults faults, InstantSource clock) {
        this.faults = faults;
        this.clock = clock;
    }

    /** All is well from now on, also for the instances that something has befallen; those that are stuck stay so. */
    synchronized void recover() {
        hiddenUntil.clear();
        pendingUntil.clear();
        stuck.clear();
        pasts.clear();
        interruptions.clear();
    }

    /** Gives notice to instances that their machines are taken back when the time is over. */
    synchronized void interrupt(List<String> ids, Duration notice) {
        ids.forEach(id -> interruptions.put(id, after(notice)));
    }

    @Override
    public synchronized Optional<Instant> interruption(String id) {
        return Optional.ofNullable(interruptions.get(id));
    }

    @Override
    public int capacity(LaunchRequest request) {
        return faults.strike(Capacity.class, fault -> fault.concerns(request))
                .map(Capacity::instances)
                .orElse(Integer.MAX_VALUE);
    }

    @Override
    public synchronized void launched(Instance instance) {
        struck(Hidden.class).ifPresent(time -> hiddenUntil.put(instance.id(), after(time)));
        prepareBoot(instance);
    }

    @Override
    public synchronized void changed(Instance before, Instance after) {
        struck(Stale.class)
                .ifPresent(time -> pasts.computeIfAbsent(before.id(), id -> new ArrayDeque<>())
                        .add(new Past(before, after(time))));
        forgetBoot(after);
        if (after.state() == InstanceState.PENDING) {
            prepareBoot(after);
        }
        if (!after.state().usesMachine()) {
            interruptions.remove(after.id());
        }
    }

    private void prepareBoot(Instance instance) {
        struck(SlowBoot.class).ifPresent(time -> pendingUntil.put(instance.id(), after(time)));
        faults.strike(StuckBoot.class, fault -> true).ifPresent(fault -> stuck.add(instance.id()));
    }

    private void forgetBoot(Instance instance) {
        pendingUntil.remove(instance.id());
        stuck.remove(instance.id());
    }

    @Override
    public synchronized Boot boot(Instance pending) {
        if (isBefore(pendingUntil.get(pending.id()))) {
            return Boot.LATER;
        }
        return stuck.contains(pending.id()) ? Boot.STUCK : Boot.NORMAL;
    }

    @Override
    public synchronized Optional<Instance> seen(Instance instance) {
        if (isBefore(hiddenUntil.get(instance.id()))) {
            return Optional.empty();
        }
        hiddenUntil.remove(instance.id());
        return Optional.of(
                past(instance.id()).map(past -> past.withTags(instance.tags())).orElse(instance));
    }

    /** The oldest state that is still to be seen, because changes are seen in their order. */
    private Optional<Instance> past(String id) {
        Deque<Past> unseen = pasts.getOrDefault(id, new ArrayDeque<>());
        while (!unseen.isEmpty() && !isBefore(unseen.peek().until())) {
            unseen.remove();
        }
        if (unseen.isEmpty()) {
            pasts.remove(id);
        }
        return Optional.ofNullable(unseen.peek()).map(Past::instance);
    }

    private <D extends Delay> Optional<Duration> struck(Class<D> kind) {
        return faults.strike(kind, fault -> true).map(Delay::time);
    }

    private Instant after(Duration time) {
        return clock.instant().plus(time);
    }

    private boolean isBefore(Instant end) {
        return end != null && clock.instant().isBefore(end);
    }
}
