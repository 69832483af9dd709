package dev.elasticrecognition.localcloud.instances;

import static dev.elasticrecognition.localcloud.instances.InstanceState.PENDING;
import static dev.elasticrecognition.localcloud.instances.InstanceState.RUNNING;
import static dev.elasticrecognition.localcloud.instances.InstanceState.SHUTTING_DOWN;
import static dev.elasticrecognition.localcloud.instances.InstanceState.STOPPED;
import static dev.elasticrecognition.localcloud.instances.InstanceState.STOPPING;
import static dev.elasticrecognition.localcloud.instances.InstanceState.TERMINATED;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
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
    private final InstantSource clock;
    private final Duration grace;
    private final Map<String, WindDown> windDowns = new HashMap<>();

    InstanceLifecycle(InstanceTable table, Machine machine, InstantSource clock, Duration grace) {
        this.table = table;
        this.machine = machine;
        this.clock = clock;
        this.grace = grace;
    }

    /** Takes over the instances that lived on while this program did not; the others are terminated. */
    void adopt() {
        table.all().stream().filter(instance -> instance.state().usesMachine()).forEach(this::adopt);
    }

    /** One round over all instances; the trouble of one is not that of the others. */
    void advance() {
        for (Instance instance : table.all()) {
            try {
                advance(instance);
            } catch (IOException | RuntimeException failure) {
                LOG.error("Instance {} cannot leave the state {}", instance.id(), instance.state(), failure);
            }
        }
        table.forgetOld().forEach(this::discard);
    }

    private void adopt(Instance instance) {
        try {
            if (instance.state() == RUNNING && instance.launch().runsUserData() && machine.isDeserted(instance)) {
                settle(instance, TERMINATED, StateReason.failure("the instance died while the cloud was away"));
            } else if (instance.metadataPort() > 0) {
                LOG.info("Instance {} is adopted, metadata at {}", instance.id(), machine.openMetadata(instance));
            }
        } catch (IOException failure) {
            LOG.warn("Instance {} is adopted without its metadata service", instance.id(), failure);
        }
    }

    private void advance(Instance instance) throws IOException {
        switch (instance.state()) {
            case PENDING -> boot(instance);
            case RUNNING -> endIfDeserted(instance);
            case SHUTTING_DOWN -> windDown(instance, TERMINATED);
            case STOPPING -> windDown(instance, STOPPED);
            case TERMINATED, STOPPED -> {}
        }
    }

    private void boot(Instance instance) throws IOException {
        Optional<ProcessIdentity> leftBehind = machine.leftBehind(instance);
        if (leftBehind.isPresent()) {
            run(instance, leftBehind);
        } else if (machine.wasStarted(instance)) {
            settle(instance, TERMINATED, StateReason.failure("the instance died while it was launched"));
        } else {
            start(instance);
        }
    }

    /** The port is written down before the process starts that is told of it. */
    private void start(Instance instance) throws IOException {
        try {
            URI metadata = machine.openMetadata(instance);
            table.change(instance.id(), row -> row.withMetadataPort(metadata.getPort()));
            run(instance, machine.boot(instance, metadata));
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

    private void endIfDeserted(Instance instance) throws IOException {
        if (instance.launch().runsUserData() && machine.isDeserted(instance)) {
            settle(instance, instance.launch().shutdownBehavior().finalState(), reasonOfEnd(instance));
        }
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
            settle(instance, finalState, instance.reason().orElseGet(StateReason::userInitiated));
        } else if (begun == null) {
            windDowns.put(
                    instance.id(),
                    WindDown.begin(
                            machine.processesOf(instance), clock.instant().plus(grace)));
        } else if (!clock.instant().isBefore(begun.killAt())) {
            machine.processesOf(instance).forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void settle(Instance instance, InstanceState finalState, StateReason reason) throws IOException {
        windDowns.remove(instance.id());
        machine.release(instance);
        table.change(instance.id(), row -> {
            boolean terminate = finalState == TERMINATED || row.state() == SHUTTING_DOWN;
            return row.in(terminate ? TERMINATED : STOPPED, Optional.of(reason), clock.instant());
        });
        LOG.info("Instance {} is {}: {}", instance.id(), finalState.wireName(), reason.message());
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
