package dev.elasticrecognition.localcloud.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * The faults that are on, in memory only: a start begins without. Thread-safe.
 */
public final class Faults {

    private long seed = new Random().nextLong();
    private List<ArmedFault> armed = List.of();
    private Random draws = new Random(seed);

    synchronized void arm(FaultPlan plan) {
        seed = plan.seed().orElseGet(() -> new Random().nextLong());
        draws = new Random(seed);
        SplittableRandom root = new SplittableRandom(seed);
        armed = plan.faults().stream()
                .map(fault -> new ArmedFault(fault, root.split()))
                .toList();
    }

    /** The fault of the kind that strikes on an occasion, if any does. */
    synchronized <F extends Fault> Optional<F> strike(Class<F> kind, Predicate<F> concerns) {
        return armed.stream()
                .filter(one -> kind.isInstance(one.fault()) && concerns.test(kind.cast(one.fault())))
                .filter(ArmedFault::strikes)
                .map(one -> kind.cast(one.fault()))
                .findFirst();
    }

    /** Some of the candidates, or all if there are not more. */
    synchronized List<String> drawn(List<String> candidates, int count) {
        List<String> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, draws);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }

    synchronized long seed() {
        return seed;
    }

    synchronized List<ArmedFault> armed() {
        return armed;
    }
}
