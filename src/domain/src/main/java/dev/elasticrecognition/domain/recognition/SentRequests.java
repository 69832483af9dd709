package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.latency.AnswerTimes;
import dev.elasticrecognition.domain.latency.LatencyHistogram;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    private final Map<RequestId, Unanswered> unanswered = new ConcurrentHashMap<>();
    private final Queue<Unanswered> inOrder = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();
    private final Queue<Submission> unrecorded = new ConcurrentLinkedQueue<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AnswerTimes times;

    public SentRequests(InstantSource clock) {
        this.clock = clock;
        this.times = new AnswerTimes(clock);
    }

    /** A request is about to be sent. */
    public void sending(Submission submission) {
        Unanswered request = new Unanswered(submission.id(), submission.client(), clock.instant());
        unanswered.put(request.id(), request);
        inOrder.add(request);
        byClient.merge(submission.client(), 1, Integer::sum);
        sent.incrementAndGet();
    }

    /** A request couldn't be sent after all. */
    public void notSent(Submission submission) {
        forget(submission.id());
        sent.decrementAndGet();
    }

    /** A request is in the queue now. */
    public void sent(Submission submission) {
        unrecorded.add(submission);
    }

    /** A request was answered. */
    public void answered(RequestId id) {
        Instant since = forget(id).map(Unanswered::since).orElseGet(id::time);
        Duration took = Duration.between(since, clock.instant());
        times.note(took.isNegative() ? Duration.ZERO : took);
        answered.incrementAndGet();
    }

    /** How long the answers of the last minute took, from when their requests were accepted. */
    public LatencyHistogram answerTimes() {
        return times.lately();
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
        forgetOldOnes();
        return unanswered.size();
    }

    /** Those of one client. */
    public int unanswered(String client) {
        return byClient.getOrDefault(client, 0);
    }

    /** Whether it was sent lately and no answer was seen of it. */
    public boolean isUnanswered(RequestId id) {
        return unanswered.containsKey(id);
    }

    /** How long the oldest of them has been waiting. */
    public Optional<Duration> oldest() {
        forgetOldOnes();
        return Optional.ofNullable(inOrder.peek()).map(request -> Duration.between(request.since(), clock.instant()));
    }

    /** Hands out, once, what was sent and isn't yet recorded as sent anywhere else. */
    public List<Submission> takeUnrecorded() {
        List<Submission> taken = new ArrayList<>();
        for (Submission next = unrecorded.poll(); next != null; next = unrecorded.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Takes back what couldn't be recorded. */
    public void returnUnrecorded(Collection<Submission> submissions) {
        unrecorded.addAll(submissions);
    }

    /** Looks no further than the oldest that is still to be remembered: it's asked for often, and there may be many. */
    private void forgetOldOnes() {
        Instant forgotten = clock.instant().minus(REMEMBERED);
        for (Unanswered oldest = inOrder.peek(); oldest != null; oldest = inOrder.peek()) {
            if (unanswered.containsKey(oldest.id()) && !oldest.since().isBefore(forgotten)) {
                return;
            }
            inOrder.remove(oldest);
            forget(oldest.id());
        }
    }

    private Optional<Unanswered> forget(RequestId id) {
        Optional<Unanswered> forgotten = Optional.ofNullable(unanswered.remove(id));
        forgotten.ifPresent(request ->
                byClient.computeIfPresent(request.client(), (client, count) -> count == 1 ? null : count - 1));
        return forgotten;
    }

    private record Unanswered(RequestId id, String client, Instant since) {}
}
