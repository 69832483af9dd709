package dev.elasticrecognition.client.local;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Ends processes: asks them, waits, and then forces whatever is left of them and their descendants. */
final class ProcessTree {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** A process that ends loses its command a moment before its ports. */
    private static final Duration LETTING_GO = Duration.ofMillis(50);

    private static final Duration FORCED = Duration.ofSeconds(10);

    private ProcessTree() {}

    /** A process and all that descends from it, itself first. */
    static List<ProcessHandle> of(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /**
     * Whether it still does anything. One that has ended stays in the system's table until its parent takes notice, but has
     * no command any more.
     */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /**
     * Asks some processes to end and waits for the end of these and their descendants. Descendants that are not asked
     * themselves are the business of their parent, until time is over.
     */
    static void end(Collection<ProcessHandle> asked, Duration patience) throws InterruptedException {
        Set<ProcessHandle> all = withDescendants(asked);
        asked.forEach(ProcessHandle::destroy);
        if (!await(all, patience)) {
            all.addAll(withDescendants(all));
            all.forEach(ProcessHandle::destroyForcibly);
            await(all, FORCED);
        }
    }

    private static Set<ProcessHandle> withDescendants(Collection<ProcessHandle> roots) {
        Set<ProcessHandle> all = new LinkedHashSet<>();
        roots.forEach(root -> all.addAll(of(root)));
        return all;
    }

    /** Looks by itself, because the JDK notices the end of a process that is not its child only after seconds. */
    private static boolean await(Collection<ProcessHandle> processes, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (processes.stream().anyMatch(ProcessTree::isRunning)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        Thread.sleep(LETTING_GO.toMillis());
        return true;
    }
}
