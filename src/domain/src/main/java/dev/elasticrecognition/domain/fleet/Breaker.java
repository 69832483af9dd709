package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.time.Instant;

/**
 * Stops launching when boots keep failing. {@value #FAILURES} in a row open it for a minute; after that one instance may
 * try, and each further failure doubles the time, up to ten minutes. A boot that succeeds closes it.
 *
 * @param failures failed boots in a row, 0 or more
 * @param openUntil until when nothing is launched; the epoch when it was never open
 */
public record Breaker(int failures, Instant openUntil) {

    static final int FAILURES = 3;
    static final Breaker CLOSED = new Breaker(0, Instant.EPOCH);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 4;

    Breaker failed(Instant now) {
        int all = failures + 1;
        return new Breaker(all, all < FAILURES ? openUntil : now.plus(pause(all - FAILURES)));
    }

    public boolean isOpen(Instant now) {
        return now.isBefore(openUntil);
    }

    /** Whether no more than one instance may be launched, to see whether boots succeed again. */
    public boolean isTrying() {
        return failures >= FAILURES;
    }

    private static Duration pause(int doublings) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
