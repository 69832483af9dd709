package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A started program. */
record Child(Program program, Process process) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    static Child start(Program program) throws IOException {
        return new Child(program, program.launch());
    }

    Role role() {
        return program.role();
    }

    /** Looks again and again for a sign that it's ready, until it ends or time is over. */
    <T> T awaitReady(Sign<T> sign, Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = sign.look();
            if (found.isPresent()) {
                return found.get();
            }
            requireRunning();
        }
        throw new LocalSystemException("The %s was not ready within %d s. %s"
                .formatted(role(), limit.toSeconds(), program.log().tail()));
    }

    private void requireRunning() throws InterruptedException {
        if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new LocalSystemException("The %s ended with status %d while it was starting. %s"
                    .formatted(role(), process.exitValue(), program.log().tail()));
        }
    }

    /** What has to end, and to be remembered, for the program to be gone. */
    List<ProcessHandle> processes() {
        return role().asked(process.toHandle());
    }

    String describe() {
        return "%s (pid %d)".formatted(role(), process.pid());
    }

    /** Looks whether a program is ready. */
    @FunctionalInterface
    interface Sign<T> {
        Optional<T> look() throws IOException, InterruptedException;
    }
}
