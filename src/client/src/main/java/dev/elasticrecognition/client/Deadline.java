package dev.elasticrecognition.client;

import java.time.Duration;

/** The moment at which patience is over, on a clock that nobody sets. */
record Deadline(long nanoTime) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    boolean isOver() {
        return remaining().isZero();
    }

    boolean isBefore(Duration fromNow) {
        return remaining().compareTo(fromNow) < 0;
    }

    Deadline orSooner(Deadline other) {
        return nanoTime - other.nanoTime <= 0 ? this : other;
    }
}
