package dev.elasticrecognition.simulator.scalers;

import dev.elasticrecognition.simulator.site.Scaler;
import dev.elasticrecognition.simulator.site.SimulatedInstance;
import dev.elasticrecognition.simulator.site.Site;
import java.time.Duration;

/**
 * The shape of Buildkite's agent scaler: every ten seconds it asks for exactly as many instances as there are requests
 * waiting and in flight, divided by what one is trusted with, and never for fewer than there are. Instances leave by
 * themselves when they have had nothing to do for a while, and so never while they work.
 */
public final class BuildkitePoller implements Scaler {

    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final int requestsPerInstance;
    private final Duration idleTimeout;

    /**
     * @param requestsPerInstance 1 or more; Buildkite's own is 1
     * @param idleTimeout after how much time an idle instance leaves; ten minutes by default
     */
    public BuildkitePoller(int requestsPerInstance, Duration idleTimeout) {
        this.requestsPerInstance = requestsPerInstance;
        this.idleTimeout = idleTimeout;
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void tick(Site site) {
        Patience.endStuck(site);
        letIdleLeave(site);
        site.counters().ifPresent(counters -> {
            int desired = (counters.total() + requestsPerInstance - 1) / requestsPerInstance;
            int missing = desired - site.instances().size();
            if (missing > 0) {
                site.launch(missing);
            }
        });
    }

    private void letIdleLeave(Site site) {
        int spare = site.instances().size() - site.conditions().minimum();
        site.instances().stream()
                .filter(instance -> instance.isReady() && !instance.isBusy())
                .filter(instance -> isOver(instance, site))
                .limit(Math.max(0, spare))
                .forEach(site::terminate);
    }

    private boolean isOver(SimulatedInstance instance, Site site) {
        return Duration.between(instance.idleSince(), site.now()).compareTo(idleTimeout) > 0;
    }
}
