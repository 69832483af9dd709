package dev.elasticrecognition.domain.messaging;

import java.time.Duration;

/**
 * How long to wait before something is tried again that keeps failing: twice as long each time, up to a longest pause.
 *
 * @param first after the first failure, more than zero
 * @param longest no less than that
 */
public record DoublingPause(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /** @param failures in a row, 1 or more */
    public Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
