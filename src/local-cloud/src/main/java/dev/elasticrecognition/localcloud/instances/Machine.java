package dev.elasticrecognition.localcloud.instances;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where instances run: this computer. Starts the processes of an instance, finds the ones that live, and remembers how
 * they ended as long as this program is their parent.
 */
final class Machine {

    private final InstanceDirectories directories;
    private final InstanceMetadata metadata;
    private final InstantSource clock;
    private final InstanceProcesses processes = new InstanceProcesses();
    private final Map<String, Process> children = new HashMap<>();
    private Optional<Map<String, Set<ProcessHandle>>> processesByHome = Optional.empty();

    Machine(InstanceDirectories directories, InstanceMetadata metadata, InstantSource clock) {
        this.directories = directories;
        this.metadata = metadata;
        this.clock = clock;
    }

    /** Forgets which processes live. Asking for all of them is slow, so that is done once for many instances. */
    void lookAgain() {
        processesByHome = Optional.empty();
    }

    /** All processes of the instance that were there at the last look. */
    Set<ProcessHandle> processesOf(Instance instance) {
        Map<String, Set<ProcessHandle>> byHome = processesByHome.orElseGet(InstanceProcesses::byHome);
        processesByHome = Optional.of(byHome);
        String home = directories.of(instance.id()).path().toString();
        Set<ProcessHandle> found = new HashSet<>(byHome.getOrDefault(home, Set.of()));
        instance.process().map(InstanceProcesses::descendedFrom).ifPresent(found::addAll);
        return found;
    }

    /** Whether all processes are gone. While that of the user data lives, nothing else is looked for. */
    boolean isDeserted(Instance instance) {
        boolean userDataLives = instance.process()
                .flatMap(ProcessIdentity::living)
                .filter(InstanceProcesses::lives)
                .isPresent();
        return !userDataLives && processesOf(instance).isEmpty();
    }

    /** Whether the user data was started since the last boot, even if the table does not say so. */
    boolean wasStarted(Instance instance) throws IOException {
        return directories.of(instance.id()).pid().isPresent();
    }

    /** The process that a launcher started just before this program was killed. */
    Optional<ProcessIdentity> leftBehind(Instance instance) throws IOException {
        Set<ProcessHandle> living = processesOf(instance);
        Optional<Long> pid = directories.of(instance.id()).pid();
        return living.stream()
                .filter(process -> pid.filter(id -> id == process.pid()).isPresent())
                .findFirst()
                .or(() -> living.stream().findFirst())
                .map(process -> ProcessIdentity.of(process, clock.instant()));
    }

    /** Executes the user data if it is a script. */
    Optional<ProcessIdentity> boot(Instance instance) throws IOException {
        InstanceDirectory directory = directories.of(instance.id());
        if (!instance.launch().runsUserData()) {
            directory.print("The user data does not begin with #!, so nothing is executed.");
            return Optional.empty();
        }
        Process process = processes.start(directory, metadata.of(instance.id()));
        children.put(instance.id(), process);
        return Optional.of(ProcessIdentity.of(process.toHandle(), clock.instant()));
    }

    /** The exit status of the user data, if this program started it. */
    OptionalInt exitStatus(Instance instance) {
        Process child = children.get(instance.id());
        return child == null || child.isAlive() ? OptionalInt.empty() : OptionalInt.of(child.exitValue());
    }

    void release(Instance instance) throws IOException {
        children.remove(instance.id());
        directories.of(instance.id()).forgetPid();
    }

    void discard(Instance instance) throws IOException {
        directories.of(instance.id()).delete();
    }
}
