package dev.elasticrecognition.simulator.scalers;

import dev.elasticrecognition.simulator.site.Conditions;
import dev.elasticrecognition.simulator.site.SimulatedInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How long the last twenty instances booted; until one has, the median that is expected. */
final class BootTimes {

    private static final int REMEMBERED = 20;

    private final List<Duration> measured = new ArrayList<>();
    private final Set<Integer> seen = new HashSet<>();

    void look(List<SimulatedInstance> instances) {
        for (SimulatedInstance instance : instances) {
            if (instance.readyAt().isPresent() && seen.add(instance.number())) {
                measure(Duration.between(
                        instance.launchedAt(), instance.readyAt().get()));
            }
        }
    }

    private void measure(Duration boot) {
        if (!boot.isZero()) {
            measured.add(boot);
        }
        if (measured.size() > REMEMBERED) {
            measured.remove(0);
        }
    }

    Duration median(Conditions conditions) {
        return measured.isEmpty()
                ? conditions.boot().median()
                : measured.stream().sorted().toList().get(measured.size() / 2);
    }

    /** Twice the longest: who isn't there by then won't come. */
    Duration deadline(Conditions conditions) {
        return measured.stream()
                .max(Duration::compareTo)
                .orElse(conditions.boot().median())
                .multipliedBy(2);
    }
}
