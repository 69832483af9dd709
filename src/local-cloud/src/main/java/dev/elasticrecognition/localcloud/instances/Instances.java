package dev.elasticrecognition.localcloud.instances;

import static dev.elasticrecognition.localcloud.instances.InstanceState.PENDING;
import static dev.elasticrecognition.localcloud.instances.InstanceState.RUNNING;
import static dev.elasticrecognition.localcloud.instances.InstanceState.SHUTTING_DOWN;
import static dev.elasticrecognition.localcloud.instances.InstanceState.STOPPED;
import static dev.elasticrecognition.localcloud.instances.InstanceState.STOPPING;
import static dev.elasticrecognition.localcloud.instances.InstanceState.TERMINATED;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be asked of instances: launch, terminate, stop and start. Each call writes the wish into the table and wakes
 * the loop that fulfils it; it does not wait. One bad id fails the whole call.
 */
public final class Instances {

    private final InstanceTable table;
    private final Launches launches;
    private final LifecycleLoop loop;
    private final InstantSource clock;

    public Instances(InstanceTable table, Launches launches, LifecycleLoop loop, InstantSource clock) {
        this.table = table;
        this.launches = launches;
        this.loop = loop;
        this.clock = clock;
    }

    public Reservation launch(LaunchRequest request) {
        Reservation reservation = launches.launch(request);
        loop.wakeUp();
        return reservation;
    }

    public List<StateChange> terminate(List<String> ids) {
        return change(ids, instance -> switch (instance.state()) {
            case PENDING, RUNNING, STOPPING -> ending(instance, SHUTTING_DOWN);
            case STOPPED -> ending(instance, TERMINATED);
            case SHUTTING_DOWN, TERMINATED -> instance;
        });
    }

    public List<StateChange> stop(List<String> ids) {
        return change(ids, instance -> switch (instance.state()) {
            case RUNNING -> ending(instance, STOPPING);
            case PENDING ->
                throw ErrorCode.INCORRECT_INSTANCE_STATE.error(
                        "Instance '%s' cannot be stopped as it has not reached the 'running' state", instance.id());
            case STOPPING, STOPPED -> instance;
            case SHUTTING_DOWN, TERMINATED -> throw incorrectState(instance, "stopped");
        });
    }

    /** Those that are running, the oldest first. */
    public List<String> running() {
        return table.all().stream()
                .filter(instance -> instance.state() == RUNNING)
                .map(Instance::id)
                .toList();
    }

    /** Kills instances without notice, as a power failure does. They are terminated then. */
    public void kill(List<String> ids) {
        requireMachines(ids);
        loop.kill(ids);
    }

    /** Refuses ids of which one is no instance's, or has no machine. */
    public void requireMachines(List<String> ids) {
        for (String id : ids) {
            if (table.find(id)
                    .filter(instance -> instance.state().usesMachine())
                    .isEmpty()) {
                throw ErrorCode.INCORRECT_INSTANCE_STATE.error("No instance '%s' has a machine", id);
            }
        }
    }

    /** A started instance executes its user data again, which EC2 does at the first boot only. */
    public List<StateChange> start(List<String> ids) {
        synchronized (table) {
            launches.requireFree((int) table.named(ids).stream()
                    .filter(instance -> instance.state() == STOPPED)
                    .count());
            return change(ids, instance -> switch (instance.state()) {
                case STOPPED -> instance.pendingAgain(clock.instant());
                case PENDING, RUNNING -> instance;
                case STOPPING, SHUTTING_DOWN, TERMINATED -> throw incorrectState(instance, "started");
            });
        }
    }

    private List<StateChange> change(List<String> ids, Function<Instance, Instance> step) {
        List<StateChange> changes;
        synchronized (table) {
            List<Instance> before = table.named(ids);
            List<Instance> after = before.stream().map(step).toList();
            after.forEach(changed -> table.change(changed.id(), row -> changed));
            changes = before.stream()
                    .map(old -> new StateChange(
                            old.id(),
                            old.state(),
                            after.get(before.indexOf(old)).state()))
                    .toList();
        }
        loop.wakeUp();
        return changes;
    }

    private Instance ending(Instance instance, InstanceState next) {
        return instance.in(next, Optional.of(StateReason.userInitiated()), clock.instant());
    }

    private static RuntimeException incorrectState(Instance instance, String wish) {
        return ErrorCode.INCORRECT_INSTANCE_STATE.error(
                "The instance '%s' is not in a state from which it can be %s: it is %s",
                instance.id(), wish, instance.state().wireName());
    }
}
