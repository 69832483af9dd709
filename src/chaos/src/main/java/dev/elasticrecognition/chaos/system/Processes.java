package dev.elasticrecognition.chaos.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What is done to processes. */
public final class Processes {

    private Processes() {}

    /** Whether it does anything; one that has ended has no command any more, though it may be in the system's table. */
    static boolean lives(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Some processes with all that descends from them. */
    public static List<ProcessHandle> trees(Collection<ProcessHandle> roots) {
        return roots.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .distinct()
                .toList();
    }

    /** SIGKILL. */
    public static void kill(Collection<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    /** SIGSTOP. */
    public static void freeze(Collection<ProcessHandle> processes) throws IOException, InterruptedException {
        signal("-STOP", processes);
    }

    /** SIGCONT. */
    public static void thaw(Collection<ProcessHandle> processes) throws IOException, InterruptedException {
        signal("-CONT", processes);
    }

    /** Those that have ended meanwhile are passed over. */
    private static void signal(String signal, Collection<ProcessHandle> processes)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.stream().filter(Processes::lives).forEach(process -> command.add(Long.toString(process.pid())));
        if (command.size() > 2) {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
