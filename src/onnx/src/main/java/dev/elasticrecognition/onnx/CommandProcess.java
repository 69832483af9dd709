package dev.elasticrecognition.onnx;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of the model's program. Whatever becomes of it, it is killed in the end, with the processes that it has started. */
final class CommandProcess implements AutoCloseable {

    /** For how long output is waited for whose process has ended. */
    static final Duration PATIENCE_WITH_OUTPUT = Duration.ofSeconds(1);

    private final Process process;
    private final Tail errors;

    private CommandProcess(Process process) {
        this.process = process;
        this.errors = Tail.of(process.getErrorStream());
    }

    /** @throws CommandFailed if the system doesn't start it */
    static CommandProcess start(List<String> command) {
        try {
            return new CommandProcess(new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new CommandFailed("doesn't start (%s)".formatted(e.getMessage()), "", e);
        }
    }

    Process process() {
        return process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ends within a time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The last of its errors; once it has ended, all that it wrote counts. */
    String errors() {
        return errors.text(PATIENCE_WITH_OUTPUT);
    }

    @Override
    public void close() {
        kill();
    }

    void kill() {
        // Children are nobody's any more when their parent has ended, so they are looked for first.
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
