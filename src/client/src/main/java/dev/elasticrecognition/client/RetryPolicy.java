package dev.elasticrecognition.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to pause between tries, and when to stop. The pauses grow twofold from the first to the longest; each is cut at
 * random by up to a half, lest many clients come back in step. A pause that the service asked for is never cut.
 *
 * @param first the pause after the first failure
 * @param longest no pause gets longer than this, unless the service asks for it
 * @param outage how long connections may fail in a row before it counts as a wrong address and not as a restart
 */
public record RetryPolicy(Duration first, Duration longest, Duration outage) {

    /** Pauses from 200 ms to 10 s; 30 s without a connection are the end. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(30));

    private static final int MOST_DOUBLINGS = 20;

    /** The pause after so many failures in a row, the last of which is given. */
    Duration pauseAfter(int failures, RecognitionException last) {
        Duration grown = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration bounded = grown.compareTo(longest) < 0 ? grown : longest;
        Duration cut = bounded.multipliedBy(jitter()).dividedBy(100);
        return last.retryAfter().map(asked -> asked.plus(cut.dividedBy(4))).orElse(cut);
    }

    private static int jitter() {
        return ThreadLocalRandom.current().nextInt(50, 101);
    }
}
