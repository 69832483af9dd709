package dev.elasticrecognition.chaos.system;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the instances again and again, and remembers the most there ever were at a time. */
public final class Census implements AutoCloseable {

    private static final long EVERY_MILLIS = 100;

    private final Instances instances;
    private final AtomicInteger most = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    private Census(Instances instances) {
        this.instances = instances;
    }

    /** Begins to count. */
    public static Census of(Instances instances) {
        Census census = new Census(instances);
        var unused = census.thread.scheduleWithFixedDelay(census::count, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return census;
    }

    /** The most that were pending or running at the same time. */
    public int most() {
        return most.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void count() {
        try {
            most.accumulateAndGet(instances.up().size(), Math::max);
        } catch (IllegalStateException beingWritten) {
            // The next count is a moment away.
        }
    }
}
