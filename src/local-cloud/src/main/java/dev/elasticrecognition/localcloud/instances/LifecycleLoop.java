package dev.elasticrecognition.localcloud.instances;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the lifecycle of all instances on one thread: several times a second, and at once when somebody asks. */
public final class LifecycleLoop {

    private static final Logger LOG = LoggerFactory.getLogger(LifecycleLoop.class);
    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private final InstanceTable table;
    private final InstanceLifecycle lifecycle;
    private final InstantSource clock;
    private final Duration grace;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "instances"));
    private Optional<ScheduledFuture<?>> rounds = Optional.empty();

    public LifecycleLoop(
            InstanceTable table,
            InstanceDirectories directories,
            InstanceMetadata metadata,
            Conditions conditions,
            InstantSource clock,
            Duration grace) {
        this.table = table;
        this.clock = clock;
        this.grace = grace;
        Machine machine = new Machine(directories, metadata, clock);
        this.lifecycle = new InstanceLifecycle(table, machine, conditions, clock, grace);
    }

    /** Adopts what lives, then begins. */
    public void start() {
        lifecycle.adopt();
        rounds = Optional.of(thread.scheduleWithFixedDelay(this::round, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Asks for a round now. */
    public void wakeUp() {
        try {
            thread.execute(this::round);
        } catch (RejectedExecutionException closed) {
            LOG.debug("No more rounds", closed);
        }
    }

    /** Kills instances without notice, and soon. */
    void kill(List<String> ids) {
        thread.execute(() -> ids.forEach(this::kill));
        wakeUp();
    }

    private void kill(String id) {
        try {
            lifecycle.kill(id);
        } catch (IOException | RuntimeException failure) {
            LOG.error("Instance {} cannot be killed", id, failure);
        }
    }

    /** Winds every instance down and waits until nothing is left of them; then the loop ends. */
    public void stop() throws InterruptedException {
        endAll();
        wakeUp();
        Instant deadline = clock.instant().plus(grace).plus(AFTER_KILL);
        while (!InstanceLifecycle.allSettled(table.all()) && clock.instant().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        rounds.ifPresent(periodic -> periodic.cancel(false));
        thread.shutdown();
        if (!thread.awaitTermination(AFTER_KILL.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("The last round over the instances does not end");
        }
    }

    private void endAll() {
        synchronized (table) {
            table.all().stream()
                    .filter(instance -> instance.state().isUp())
                    .forEach(instance -> table.change(
                            instance.id(),
                            row -> row.in(
                                    InstanceState.SHUTTING_DOWN,
                                    Optional.of(StateReason.failure("the cloud was shut down")),
                                    clock.instant())));
        }
    }

    private void round() {
        try {
            lifecycle.advance();
        } catch (RuntimeException failure) {
            LOG.error("A round over the instances failed; the next one tries again", failure);
        }
    }
}
