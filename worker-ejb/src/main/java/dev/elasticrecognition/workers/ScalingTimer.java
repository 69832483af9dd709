package dev.elasticrecognition.workers;

import dev.elasticrecognition.domain.fleet.ScaleFleet;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.history.History;
import dev.elasticrecognition.domain.messaging.Unavailable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the fleet follow its policy, again and again. What a tick couldn't do is logged once, and the next one tries again.
 *
 * <p>Its timer has a thread of its own. Those of the container wait in one queue with every upload: with two hundred at
 * once a tick came after all of them, which is when it's needed most.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScalingTimer {

    private static final Logger LOG = System.getLogger(ScalingTimer.class.getName());

    private static final Duration LAST_TICK = Duration.ofSeconds(5);

    @Inject
    ScaleFleet scaleFleet;

    @Inject
    History history;

    @Inject
    @ConfigProperty(name = "elastic.fleet.tick")
    Duration period;

    @Resource
    ManagedThreadFactory threads;

    private ScheduledExecutorService timer;
    private Future<?> ticking;
    private List<String> troubles = List.of();

    @PostConstruct
    void start() {
        timer = Executors.newSingleThreadScheduledExecutor(threads);
        ticking = timer.scheduleWithFixedDelay(this::tick, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets another front end lead, after the tick that is under way: ticks and this must not overlap. */
    @PreDestroy
    void stop() throws InterruptedException {
        ticking.cancel(false);
        timer.execute(this::stepDown);
        timer.shutdown();
        if (!timer.awaitTermination(LAST_TICK.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.log(Level.WARNING, "The last tick doesn't end; another front end leads once the lease is over");
        }
    }

    /** A timer whose task throws never calls it again. */
    private void tick() {
        try {
            Tick tick = scaleFleet.tick();
            history.note(tick);
            log(tick);
            log(tick.troubles());
        } catch (Unavailable e) {
            log(List.of(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A tick went wrong unexpectedly; the next one tries again", e);
        }
    }

    private void stepDown() {
        try {
            scaleFleet.stepDown();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Another front end leads once the lease is over. {0}", e.getMessage());
        }
    }

    private static void log(Tick tick) {
        if (!tick.acts().isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "Desired capacity {0} ({1}): {2}",
                    tick.decision().desiredCapacity(),
                    tick.decision().reason(),
                    String.join("; ", tick.acts()));
        }
    }

    /** Tells troubles when they begin and when they change. */
    private void log(List<String> now) {
        if (!now.equals(troubles) && !now.isEmpty()) {
            LOG.log(Level.WARNING, "The next tick tries again. {0}", String.join("; ", now));
        }
        troubles = now;
    }
}
