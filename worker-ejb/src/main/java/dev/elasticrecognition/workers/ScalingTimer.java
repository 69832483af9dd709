package dev.elasticrecognition.workers;

import dev.elasticrecognition.domain.fleet.ScaleFleet;
import dev.elasticrecognition.domain.fleet.Tick;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the fleet follow its policy, again and again. What a tick couldn't do is logged once, and the next one tries again. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScalingTimer {

    private static final Logger LOG = System.getLogger(ScalingTimer.class.getName());

    @Inject
    ScaleFleet scaleFleet;

    @Inject
    @ConfigProperty(name = "elastic.fleet.tick", defaultValue = "PT1S")
    Duration period;

    @Resource
    TimerService timers;

    private List<String> troubles = List.of();

    @PostConstruct
    void start() {
        timers.createIntervalTimer(0, period.toMillis(), new TimerConfig("fleet", false));
    }

    @Timeout
    void tick() {
        scaleFleet.tick().ifPresent(this::log);
    }

    @PreDestroy
    void stop() {
        scaleFleet.stepDown();
    }

    private void log(Tick tick) {
        if (!tick.acts().isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "Desired capacity {0} ({1}): {2}",
                    tick.decision().desiredCapacity(),
                    tick.decision().reason(),
                    String.join("; ", tick.acts()));
        }
        if (!tick.troubles().equals(troubles) && !tick.troubles().isEmpty()) {
            LOG.log(Level.WARNING, "The next tick tries again. {0}", String.join("; ", tick.troubles()));
        }
        troubles = tick.troubles();
    }
}
