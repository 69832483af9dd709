package dev.elasticrecognition.workers;

import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.scaling.ScaleFleet;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes the fleet follow its policy, every few seconds. A tick that fails is logged, and the next one tries again. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScalingTimer {

    private static final Logger LOG = System.getLogger(ScalingTimer.class.getName());

    @Inject
    ScaleFleet scaleFleet;

    private ScalingDecision last;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void tick() {
        try {
            ScalingDecision decision = scaleFleet.tick();
            if (!decision.equals(last)) {
                LOG.log(Level.INFO, "Desired capacity {0}: {1}", decision.desiredCapacity(), decision.reason());
            }
            last = decision;
        } catch (Unavailable e) {
            LOG.log(Level.WARNING, "The next tick tries again. {0}", e.getMessage());
        }
    }
}
