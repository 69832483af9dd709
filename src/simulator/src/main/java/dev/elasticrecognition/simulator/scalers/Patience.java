package dev.elasticrecognition.simulator.scalers;

import dev.elasticrecognition.simulator.site.SimulatedInstance;
import dev.elasticrecognition.simulator.site.Site;
import java.time.Duration;

/**
 * What becomes of an instance that never gets ready under a rival: after a quarter of an hour it's ended, as Karpenter does
 * with nodes that don't register. Auto Scaling groups with the checks that they have by default would keep it.
 */
final class Patience {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private Patience() {}

    static void endStuck(Site site) {
        site.instances().stream()
                .filter(SimulatedInstance::isBooting)
                .filter(instance -> instance.age(site.now()).compareTo(LIMIT) > 0)
                .forEach(site::terminate);
    }
}
