package dev.elasticrecognition.localcloud.instances;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Names a process beyond the life of this one: process ids are used again, but not with the same start time.
 *
 * @param startedAt as the operating system tells it, which may shift a little when the clock is set
 */
public record ProcessIdentity(long pid, Instant startedAt) {

    private static final Duration CLOCK_SHIFT = Duration.ofSeconds(2);

    /** The identity of a process; of one that is gone already, with the given time. */
    static ProcessIdentity of(ProcessHandle process, Instant otherwise) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(otherwise));
    }

    /** The process, if it is still this one that has the id. */
    Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_SHIFT) <= 0)
                .orElse(false);
    }
}
