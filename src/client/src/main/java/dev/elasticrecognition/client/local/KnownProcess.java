package dev.elasticrecognition.client.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process by its id and the moment of its start, which together are its own for ever: a process that got the same id later
 * is another one.
 *
 * @param pid the id, which the system gives away again after the end
 * @param started when it started
 */
public record KnownProcess(long pid, Instant started) {

    /** The system tells start times in ticks since boot, and the moment of boot may be told a bit differently later. */
    private static final Duration SAME = Duration.ofSeconds(2);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})@(\\S+)");

    /** What is known of a running process; nothing when it has just ended. */
    static Optional<KnownProcess> of(ProcessHandle process) {
        return process.info().startInstant().map(started -> new KnownProcess(process.pid(), started));
    }

    /** Reads what {@link #toString} wrote. */
    static KnownProcess parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' is not of the form pid@instant".formatted(text));
        }
        return new KnownProcess(Long.parseLong(matcher.group(1)), Instant.parse(matcher.group(2)));
    }

    /** The process, if it still runs and is the same one. */
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessTree::isRunning).filter(this::isSame);
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    private boolean isSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(found -> Duration.between(started, found).abs().compareTo(SAME) < 0)
                .orElse(false);
    }

    @Override
    public String toString() {
        return pid + "@" + started;
    }
}
