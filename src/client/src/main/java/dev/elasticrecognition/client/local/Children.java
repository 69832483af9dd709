package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The programs that a supervisor has started, written down as they come and go. Once ended, nothing starts any more. */
final class Children {

    private final DataDirectory data;
    private final Ports ports;
    private final Map<Role, Child> children = new EnumMap<>(Role.class);
    private final Map<Role, List<ProcessHandle>> processes = new EnumMap<>(Role.class);
    private boolean ended;

    Children(DataDirectory data, Ports ports) {
        this.data = data;
        this.ports = ports;
        processes.put(Role.SUPERVISOR, List.of(ProcessHandle.current()));
    }

    synchronized Child start(Program program) throws IOException {
        if (ended) {
            throw new LocalSystemException(
                    "The local system was stopped while the %s was starting".formatted(program.role()));
        }
        Child child = Child.start(program);
        children.put(child.role(), child);
        remember(child);
        write(false);
        return child;
    }

    /** Writes down all processes, which a start script has started by now. */
    synchronized void allReady() throws IOException {
        if (!ended) {
            children.values().forEach(this::remember);
            write(true);
        }
    }

    synchronized void write(boolean ready) throws IOException {
        Map<Role, List<KnownProcess>> known = new EnumMap<>(Role.class);
        processes.forEach((role, handles) ->
                known.put(role, handles.stream().flatMap(Children::known).toList()));
        new Running(ports, ready, known).write(data);
    }

    /** Ends what a dead child may have left behind. */
    void endRestOf(Child dead) throws InterruptedException {
        dead.role().end(processesOf(dead.role()));
    }

    /** Ends everything in due order. */
    void end() throws IOException, InterruptedException {
        forbidStarts();
        for (Role role : List.of(Role.FRONT_END, Role.LOCAL_CLOUD)) {
            role.end(processesOf(role));
        }
        Running.forget(data);
    }

    synchronized boolean areRunning() {
        return children.values().stream().anyMatch(child -> child.process().isAlive());
    }

    synchronized boolean isEnded() {
        return ended;
    }

    private synchronized void forbidStarts() {
        ended = true;
    }

    private synchronized List<ProcessHandle> processesOf(Role role) {
        return processes.getOrDefault(role, List.of());
    }

    private void remember(Child child) {
        processes.put(child.role(), child.processes());
    }

    private static Stream<KnownProcess> known(ProcessHandle handle) {
        return KnownProcess.of(handle).stream();
    }
}
