package dev.elasticrecognition.web.problems;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bounds how many calls of a kind are served at a time. Safe for use by several threads. */
public final class Places {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Semaphore free;
    private final String what;

    /**
     * @param most how many, 1 or more
     * @param what the calls, as it reads after "As many"
     */
    public Places(int most, String what) {
        this.free = new Semaphore(most);
        this.what = what;
    }

    /**
     * Takes a place.
     *
     * @throws ProblemException if all are taken
     */
    public Place take() {
        if (!free.tryAcquire()) {
            throw new ProblemException(
                    ProblemType.BUSY,
                    "As many %s as are served at a time are under way. Come again in a few seconds.".formatted(what),
                    RETRY_AFTER);
        }
        return new Place();
    }

    /** A taken place. */
    public final class Place implements AutoCloseable {

        private final AtomicBoolean left = new AtomicBoolean();

        private Place() {}

        /** Leaves it; harmless to repeat. */
        @Override
        public void close() {
            if (left.compareAndSet(false, true)) {
                free.release();
            }
        }
    }
}
