package dev.elasticrecognition.localcloud.instances;

import static dev.elasticrecognition.localcloud.instances.InstanceState.PENDING;
import static dev.elasticrecognition.localcloud.instances.InstanceState.RUNNING;
import static dev.elasticrecognition.localcloud.instances.InstanceState.SHUTTING_DOWN;
import static dev.elasticrecognition.localcloud.instances.InstanceState.STOPPED;
import static dev.elasticrecognition.localcloud.instances.InstanceState.STOPPING;
import static dev.elasticrecognition.localcloud.instances.InstanceState.TERMINATED;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves every instance one step towards where the table says it shall be. Looks at the table and the living processes
 * only, so it does not matter whether this program was killed in between. Not thread-safe: {@link LifecycleLoop} calls
 * it from one thread.
 */
final class InstanceLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceLifecycle.class);

    private final InstanceTable table;
    private final Machine machine;
    private final Conditions conditions;
    private final InstantSource clock;
    private final Duration grace;
    private final Map<String, WindDown> windDowns = new HashMap<>();

    InstanceLifecycle(
            InstanceTable table, Machine machine, Conditions conditions, InstantSource clock, Duration grace) {
        this.table = table;
        this.machine = machine;
        this.conditions = conditions;
        this.clock = clock;
        this.grace = grace;
    }

    /** Takes over the instances that lived on while this program did not; the others are terminated. */
    void adopt() {
        table.all().stream().filter(instance -> instance.state().usesMachine()).forEach(this::adopt);
    }

    /** One round over all instances; the trouble of one is not that of the others. */
    void advance() {
        machine.lookAgain();
        for (Instance instance : table.all()) {
            try {
                advance(instance);
            } catch (IOException | RuntimeException failure) {
                LOG.error("Instance {} cannot leave the state {}", instance.id(), instance.state(), failure);
            }
        }
        table.forgetOld().forEach(this::discard);
    }

    /** Ends an instance as a power failure does: without notice, whatever it was about to do. */
    void kill(String id) throws IOException {
        Instance killed = table.change(
                id,
                row -> row.state().usesMachine()
                        ? row.in(SHUTTING_DOWN, Optional.of(StateReason.failure("the machine failed")), clock.instant())
                        : row);
        if (killed.state() == SHUTTING_DOWN) {
            machine.lookAgain();
            windDowns.put(id, new WindDown(clock.instant()));
            windDown(killed, TERMINATED);
        }
    }

    private void adopt(Instance instance) {
        try {
            if (instance.state() == PENDING) {
                adoptPending(instance);
            } else if (hasEnded(instance)) {
                settle(instance, TERMINATED, StateReason.failure("the instance died while the cloud was away"));
            }
        } catch (IOException failure) {
            LOG.error("Instance {} cannot be adopted", instance.id(), failure);
        }
    }

    /** This program may have been killed between starting a process and writing it down. */
    private void adoptPending(Instance instance) throws IOException {
        Optional<ProcessIdentity> leftBehind = machine.leftBehind(instance);
        if (leftBehind.isPresent()) {
            run(instance, leftBehind);
        } else if (machine.wasStarted(instance)) {
            settle(instance, TERMINATED, StateReason.failure("the instance died while it was launched"));
        }
    }

    private void advance(Instance instance) throws IOException {
        switch (instance.state()) {
            case PENDING -> boot(instance);
            case RUNNING -> {
                takeBackIfDue(instance);
                settleIfEnded(instance);
            }
            case SHUTTING_DOWN -> windDown(instance, TERMINATED);
            case STOPPING -> windDown(instance, STOPPED);
            case TERMINATED, STOPPED -> {}
        }
    }

    private void boot(Instance instance) throws IOException {
        switch (conditions.boot(instance)) {
            case NORMAL -> start(instance);
            case STUCK -> run(instance, Optional.empty());
            case LATER -> {}
        }
    }

    private void start(Instance instance) throws IOException {
        try {
            run(instance, machine.boot(instance));
        } catch (IOException failure) {
            LOG.error("Instance {} cannot be booted", instance.id(), failure);
            settle(instance, TERMINATED, StateReason.failure("the instance cannot be booted: " + failure.getMessage()));
        }
    }

    /** Somebody may have ended the instance meanwhile; then it only learns its process. */
    private void run(Instance instance, Optional<ProcessIdentity> process) {
        table.change(
                instance.id(),
                row -> row.state() == PENDING
                        ? row.running(process, clock.instant())
                        : row.running(process, row.since()).in(row.state(), row.reason(), row.since()));
        LOG.info("Instance {} is booted as process {}", instance.id(), process);
    }

    private void takeBackIfDue(Instance instance) {
        Instant now = clock.instant();
        if (conditions
                .interruption(instance.id())
                .filter(end -> !now.isBefore(end))
                .isPresent()) {
            table.change(
                    instance.id(),
                    row -> row.state() == RUNNING
                            ? row.in(SHUTTING_DOWN, Optional.of(StateReason.interruption()), now)
                            : row);
        }
    }

    private void settleIfEnded(Instance instance) throws IOException {
        if (hasEnded(instance)) {
            settle(instance, instance.launch().shutdownBehavior().finalState(), reasonOfEnd(instance));
        }
    }

    /** Whether the processes of a running instance have ended by themselves; one without any goes on idling. */
    private boolean hasEnded(Instance instance) {
        return instance.state() == RUNNING && instance.process().isPresent() && machine.isDeserted(instance);
    }

    private StateReason reasonOfEnd(Instance instance) {
        int status = machine.exitStatus(instance).orElse(0);
        return status == 0
                ? StateReason.instanceInitiated()
                : StateReason.failure("the user data ended with exit status " + status);
    }

    private void windDown(Instance instance, InstanceState finalState) throws IOException {
        WindDown begun = windDowns.get(instance.id());
        if (machine.isDeserted(instance)) {
            settle(instance, finalState, StateReason.userInitiated());
        } else if (begun == null) {
            windDowns.put(
                    instance.id(),
                    WindDown.begin(
                            machine.processesOf(instance), clock.instant().plus(grace)));
        } else if (!clock.instant().isBefore(begun.killAt())) {
            machine.processesOf(instance).forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Somebody may have ended the instance meanwhile; then that is the reason, and terminating goes before stopping. */
    private void settle(Instance instance, InstanceState finalState, StateReason reason) throws IOException {
        windDowns.remove(instance.id());
        machine.release(instance);
        Instance settled = table.change(instance.id(), row -> {
            boolean terminate = finalState == TERMINATED || row.state() == SHUTTING_DOWN;
            Optional<StateReason> first = row.reason().or(() -> Optional.of(reason));
            return row.in(terminate ? TERMINATED : STOPPED, first, clock.instant());
        });
        LOG.info("Instance {} is {}: {}", settled.id(), settled.state().wireName(), settled.reason());
    }

    private void discard(Instance instance) {
        try {
            machine.discard(instance);
        } catch (IOException failure) {
            LOG.warn("The directory of instance {} cannot be deleted", instance.id(), failure);
        }
    }

    /** Whether nothing of any of the instances is left on this machine. */
    static boolean allSettled(List<Instance> instances) {
        return instances.stream().noneMatch(instance -> instance.state().usesMachine());
    }
}
