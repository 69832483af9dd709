package dev.elasticrecognition.client.load;

import dev.elasticrecognition.client.FleetClient;
import dev.elasticrecognition.client.RecognitionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the fleet once a second, which is as often as the service does, until it is closed. */
public final class FleetWatch implements AutoCloseable {

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fleet-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Seen> seen = new ArrayList<>();
    private final FleetClient fleet;
    private final Recording recording;

    /** A sight and when it was had. */
    record Seen(long at, FleetSight sight) {}

    private FleetWatch(FleetClient fleet, Recording recording) {
        this.fleet = fleet;
        this.recording = recording;
    }

    /** Begins to look. */
    public static FleetWatch begin(FleetClient fleet, Recording recording) {
        FleetWatch watch = new FleetWatch(fleet, recording);
        var unused = watch.looking.scheduleWithFixedDelay(watch::look, 0, 1, TimeUnit.SECONDS);
        return watch;
    }

    /**
     * Returns when a look from now on shows no instance, or when patience is over.
     *
     * @param patience the longest wait
     */
    public void awaitNone(Duration patience) throws InterruptedException {
        long from = recording.now();
        long deadline = from + patience.toNanos();
        synchronized (seen) {
            for (long left = deadline - from; left > 0 && !isGone(from); left = deadline - recording.now()) {
                TimeUnit.NANOSECONDS.timedWait(seen, left);
            }
        }
    }

    /** All sights so far. */
    List<Seen> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }

    private boolean isGone(long from) {
        return seen.stream().anyMatch(one -> one.at() >= from && one.sight().instances() == 0);
    }

    /** What can't be seen leaves a gap, which the report shows. */
    private void look() {
        try {
            FleetSight.of(fleet.fleet()).ifPresent(sight -> {
                synchronized (seen) {
                    seen.add(new Seen(recording.now(), sight));
                    seen.notifyAll();
                }
            });
        } catch (RecognitionException gap) {
            // The next look comes in a second.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
