package dev.elasticrecognition.simulator.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The same traffic with more or fewer requests.
 *
 * @param factor 2 for twice as many, 0.5 for half; above 0
 */
public record Load(double factor) {

    private static final Duration NEARBY = Duration.ofSeconds(1);

    public Load {
        if (!(factor > 0 && factor <= 1000)) {
            throw new IllegalArgumentException("A load factor is above 0 and at most 1000, not " + factor);
        }
    }

    /** Leaves arrivals out by chance, or repeats them within a second. */
    public List<Instant> apply(List<Instant> arrivals, long seed) {
        var random = new Random(seed);
        List<Instant> all = new ArrayList<>();
        for (Instant arrival : arrivals) {
            int copies = (int) factor + (random.nextDouble() < factor % 1 ? 1 : 0);
            for (int i = 0; i < copies; i++) {
                all.add(i == 0 ? arrival : arrival.plusNanos((long) (NEARBY.toNanos() * random.nextDouble())));
            }
        }
        return all.stream().sorted().toList();
    }
}
