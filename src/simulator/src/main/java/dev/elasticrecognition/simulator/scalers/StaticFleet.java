package dev.elasticrecognition.simulator.scalers;

import dev.elasticrecognition.simulator.site.Scaler;
import dev.elasticrecognition.simulator.site.Site;
import java.time.Duration;

/**
 * Always the same instances, ready before the first request.
 *
 * @param number how many
 */
public record StaticFleet(int number) implements Scaler {

    @Override
    public Duration period() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int initialInstances() {
        return number;
    }

    @Override
    public void tick(Site site) {
        // Nothing ever changes.
    }
}
