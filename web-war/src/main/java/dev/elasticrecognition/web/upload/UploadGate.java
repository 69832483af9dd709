package dev.elasticrecognition.web.upload;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Bounds the uploads in progress. Who finds all places taken is told when one should be free, by how fast they were freed
 * lately. Safe for use by several threads.
 */
public final class UploadGate {

    /** So many uploads tell how fast places are freed. */
    private static final int REMEMBERED = 64;

    private static final Duration FORGOTTEN = Duration.ofSeconds(30);
    private static final long LONGEST_SECONDS = 60;

    private final int places;
    private final InstantSource clock;
    private final Deque<Instant> left = new ArrayDeque<>();
    private int inside;

    /** @param places how many uploads may be in progress at a time, 1 or more */
    UploadGate(int places, InstantSource clock) {
        this.places = places;
        this.clock = clock;
    }

    /**
     * Lets an upload through.
     *
     * @throws Overloaded if all places are taken
     */
    public <T> T pass(Upload<T> upload) throws IOException {
        enter();
        try {
            return upload.take();
        } finally {
            leave();
        }
    }

    /** How many uploads are in progress. */
    public synchronized int inside() {
        return inside;
    }

    private synchronized void enter() {
        if (inside == places) {
            throw new Overloaded(retryAfter());
        }
        inside++;
    }

    private synchronized void leave() {
        inside--;
        left.addLast(clock.instant());
        if (left.size() > REMEMBERED) {
            left.removeFirst();
        }
    }

    /** As long as it takes, at the present rate, until all that are inside have left. */
    private Duration retryAfter() {
        Instant now = clock.instant();
        left.removeIf(at -> at.isBefore(now.minus(FORGOTTEN)));
        if (left.isEmpty()) {
            return Duration.ofSeconds(LONGEST_SECONDS);
        }
        double perSecond = left.size()
                / Math.max(0.001, Duration.between(left.getFirst(), now).toMillis() / 1e3);
        return Duration.ofSeconds(Math.max(1, Math.min(LONGEST_SECONDS, Math.round(Math.ceil(inside / perSecond)))));
    }

    /** Something that comes in. */
    @FunctionalInterface
    public interface Upload<T> {

        T take() throws IOException;
    }
}
