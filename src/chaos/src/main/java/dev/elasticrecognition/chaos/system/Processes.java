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

    /** Keeps them from writing to any file, as a full disk does. What they start later can't write either. */
    public static void keepFromWriting(Collection<ProcessHandle> processes) throws IOException, InterruptedException {
        limitFiles("0:", processes);
    }

    /** Lets them write again. */
    public static void letWrite(Collection<ProcessHandle> processes) throws IOException, InterruptedException {
        limitFiles("unlimited:", processes);
    }

    /** Sets the size from which on a file can't grow, which for no size means that nothing is written; see {@code prlimit(1)}. */
    private static void limitFiles(String size, Collection<ProcessHandle> processes)
            throws IOException, InterruptedException {
        for (ProcessHandle process : processes) {
            if (lives(process)) {
                run(List.of("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + size));
            }
        }
    }

    /** Those that have ended meanwhile are passed over. */
    private static void signal(String signal, Collection<ProcessHandle> processes)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.stream().filter(Processes::lives).forEach(process -> command.add(Long.toString(process.pid())));
        if (command.size() > 2) {
            run(command);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
