package dev.elasticrecognition.localcloud.instances;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The ending of one instance, as an operating system shuts down: everybody is told, then time passes, then killed. */
record WindDown(Instant killAt) {

    static WindDown begin(Set<ProcessHandle> processes, Instant now, Duration grace) {
        processes.forEach(ProcessHandle::destroy);
        return new WindDown(now.plus(grace));
    }

    void insist(Set<ProcessHandle> processes, Instant now) {
        if (!now.isBefore(killAt)) {
            processes.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
