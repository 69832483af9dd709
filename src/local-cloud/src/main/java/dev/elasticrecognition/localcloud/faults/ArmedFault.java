package dev.elasticrecognition.localcloud.faults;

import java.util.SplittableRandom;

/** A fault and how often it struck. Draws for itself, so that the order of other occasions does not matter to it. */
final class ArmedFault {

    private final Fault fault;
    private final SplittableRandom random;
    private int hits;

    ArmedFault(Fault fault, SplittableRandom random) {
        this.fault = fault;
        this.random = random;
    }

    Fault fault() {
        return fault;
    }

    int hits() {
        return hits;
    }

    /** Decides about one occasion. */
    boolean strikes() {
        boolean left = fault.times().isEmpty() || hits < fault.times().get();
        boolean strikes = left && random.nextDouble() < fault.share().orElse(1.0);
        hits += strikes ? 1 : 0;
        return strikes;
    }
}
