package dev.elasticrecognition.worker;

import dev.elasticrecognition.domain.recognition.Timings;

/**
 * How many requests a worker shall hold: as many as keep the model busy while others are fetched and stored, but none that it
 * wouldn't begin within a second, for another worker may. Safe for use by several threads.
 */
final class Pace {

    private static final double AHEAD_SECONDS = 1;

    /** How much the newest counts in the average. */
    private static final double NEWEST = 0.1;

    private final int parallel;
    private final int atMost;
    private double seconds;

    /**
     * @param parallel how many requests the model works on at once, 1 or more
     * @param atMost the most to be held, 1 or more
     */
    Pace(int parallel, int atMost) {
        this.parallel = parallel;
        this.atMost = atMost;
    }

    /** What to begin with, before anything is known: one in the model for each that is on its way. */
    int first() {
        return Math.min(2 * parallel, atMost);
    }

    /**
     * What to go on with, after another request was worked on.
     *
     * @param timings where its time went
     */
    synchronized int next(Timings timings) {
        double newest = timings.decoding().plus(timings.inference()).toNanos() / 1e9;
        if (newest == 0) {
            return seconds == 0 ? first() : limit();
        }
        seconds = seconds == 0 ? newest : (1 - NEWEST) * seconds + NEWEST * newest;
        return limit();
    }

    private int limit() {
        return (int) Math.min(parallel + parallel * AHEAD_SECONDS / seconds, atMost);
    }
}
