package dev.elasticrecognition.bench;

/** @param startedAt on the clock of {@link System#nanoTime} */
record Stopwatch(long startedAt) {

    private static final double NANOS_PER_SECOND = 1e9;

    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    /** Since the start. */
    double seconds() {
        return (System.nanoTime() - startedAt) / NANOS_PER_SECOND;
    }
}
