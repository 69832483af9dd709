package dev.elasticrecognition.domain.recognition;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this front end sent to the queue and has seen no answer of: it knows so at once, where the queue's counters may
 * lag by a minute. After {@link #REMEMBERED} the queue knows better, for an answer may have been lost, and a request is
 * forgotten. Safe for use by several threads.
 */
public final class SentRequests {

    /** How long a request without an answer is remembered. */
    public static final Duration REMEMBERED = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final Map<RequestId, Instant> unanswered = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    public SentRequests(InstantSource clock) {
        this.clock = clock;
    }

    /** A request is about to be sent. */
    public void sending(RequestId id) {
        unanswered.put(id, clock.instant());
        sent.incrementAndGet();
    }

    /** A request couldn't be sent after all. */
    public void notSent(RequestId id) {
        unanswered.remove(id);
        sent.decrementAndGet();
    }

    /** A request was answered. */
    public void answered(RequestId id) {
        unanswered.remove(id);
        answered.incrementAndGet();
    }

    /** Requests sent since the start. */
    public long sent() {
        return sent.get();
    }

    /** Answers seen since the start. */
    public long answered() {
        return answered.get();
    }

    /** Requests sent lately that no answer was seen of. */
    public int unanswered() {
        Instant forgotten = clock.instant().minus(REMEMBERED);
        unanswered.values().removeIf(at -> at.isBefore(forgotten));
        return unanswered.size();
    }

    /** How long the oldest of them has been waiting. */
    public Optional<Duration> oldest() {
        Instant now = clock.instant();
        return unanswered.values().stream().min(Comparator.naturalOrder()).map(since -> Duration.between(since, now));
    }
}
