package dev.elasticrecognition.localcloud.instances;

import java.time.Instant;
import java.util.Set;

/**
 * The ending of one instance, as an operating system shuts down: every process is told once, then time passes, then
 * what is left is killed.
 */
record WindDown(Instant killAt) {

    static WindDown begin(Set<ProcessHandle> processes, Instant killAt) {
        processes.forEach(ProcessHandle::destroy);
        return new WindDown(killAt);
    }
}
