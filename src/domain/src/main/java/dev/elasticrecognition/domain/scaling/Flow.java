package dev.elasticrecognition.domain.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts events and tells how often they happen. It begins with the first count; as long as it is younger than a window,
 * the rate over that window is the rate since it began, but over ten seconds at least.
 *
 * <p>Not safe for use by several threads.
 */
public final class Flow {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final Deque<Sample> samples = new ArrayDeque<>();
    private long total;

    /**
     * Counts events.
     *
     * @param at when they were counted, not before the last call's
     * @param events how many there were since the last call, 0 or more
     */
    public void count(Instant at, long events) {
        total += events;
        samples.addLast(new Sample(at, total));
        forgetBefore(at.minus(FIVE_MINUTES));
    }

    /** The rates as of the last count. */
    public Rates rates() {
        return new Rates(over(TEN_SECONDS), over(MINUTE), over(FIVE_MINUTES));
    }

    private double over(Duration window) {
        if (samples.isEmpty()) {
            return 0;
        }
        Sample last = samples.peekLast();
        Sample first = latestUntil(last.at().minus(window));
        Duration time = Duration.between(first.at(), last.at());
        return (last.total() - first.total()) / seconds(time.compareTo(TEN_SECONDS) < 0 ? TEN_SECONDS : time);
    }

    private Sample latestUntil(Instant start) {
        Sample found = samples.peekFirst();
        for (Sample sample : samples) {
            if (sample.at().isAfter(start)) {
                break;
            }
            found = sample;
        }
        return found;
    }

    /** The newest sample before the window stays: the window begins with it. */
    private void forgetBefore(Instant start) {
        while (samples.size() > 1 && !second().at().isAfter(start)) {
            samples.removeFirst();
        }
    }

    private Sample second() {
        var all = samples.iterator();
        all.next();
        return all.next();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private record Sample(Instant at, long total) {}
}
