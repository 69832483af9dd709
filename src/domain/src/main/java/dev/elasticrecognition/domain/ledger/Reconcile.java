package dev.elasticrecognition.domain.ledger;

import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.Expiry;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.recognition.Submission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that every request that was accepted ends. A picture that was stored, but whose request isn't known to have
 * reached the queue, is asked about again: the front end died in between, or the queue didn't answer. If it had reached
 * the queue after all, it is worked on twice and answered once. A request whose deadline passed while no worker ran ends
 * as failed. One front end does this for all.
 */
public final class Reconcile {

    /** By then the front end that took a request in has sent it and written that down, or it won't. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** How far the clocks of two front ends may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final CountRequests countRequests;
    private final SentJournal journal;
    private final ImageStore images;
    private final ResultStore results;
    private final MessageQueue<RecognitionRequest> requests;
    private final SentRequests sent;
    private final String replyTo;
    private final Duration leased;
    private final InstantSource clock;
    private final Map<RequestId, SentRequest> known = new HashMap<>();

    /**
     * @param replyTo where results of what is sent again are announced
     * @param leased the request queue's visibility timeout: work that began in time may take this long
     */
    public Reconcile(
            CountRequests countRequests,
            SentJournal journal,
            ImageStore images,
            ResultStore results,
            MessageQueue<RecognitionRequest> requests,
            SentRequests sent,
            String replyTo,
            Duration leased,
            InstantSource clock) {
        this.countRequests = countRequests;
        this.journal = journal;
        this.images = images;
        this.results = results;
        this.requests = requests;
        this.sent = sent;
        this.replyTo = replyTo;
        this.leased = leased;
        this.clock = clock;
    }

    /** Counts the requests, sends the strays again and ends those whose time is over. */
    public Outcome reconcile() {
        Ledger ledger = countRequests.count();
        Instant now = clock.instant();
        List<RequestId> late = countRequests.waiting().stream()
                .filter(id -> id.time().plus(GRACE).isBefore(now))
                .toList();
        learn(late);
        List<RequestId> strays = late.stream()
                .filter(id -> !known.containsKey(id) && !sent.isUnanswered(id))
                .toList();
        List<RequestId> expired =
                late.stream().filter(id -> hasExpired(known.get(id), now)).toList();
        strays.forEach(this::sendAgain);
        expired.forEach(this::end);
        return new Outcome(ledger, strays.size(), expired.size());
    }

    /** Reads the journal for those requests that it hasn't been read for. */
    private void learn(List<RequestId> late) {
        Set<RequestId> lateOnes = new HashSet<>(late);
        known.keySet().retainAll(lateOnes);
        late.stream()
                .filter(id -> !known.containsKey(id))
                .reduce((newer, older) -> older)
                .ifPresent(oldest -> journal.since(oldest.time().minus(CLOCKS_DIFFER)).stream()
                        .filter(entry -> lateOnes.contains(entry.id()))
                        .forEach(entry -> known.merge(entry.id(), entry, Reconcile::withoutDeadline)));
    }

    /** A request that was redriven is there twice, and has no deadline any more. */
    private static SentRequest withoutDeadline(SentRequest one, SentRequest other) {
        return one.deadline().isEmpty() ? one : other;
    }

    private boolean hasExpired(SentRequest request, Instant now) {
        return Optional.ofNullable(request)
                .flatMap(SentRequest::deadline)
                .filter(deadline -> deadline.plus(leased).isBefore(now))
                .isPresent();
    }

    private void sendAgain(RequestId id) {
        images.find(id).ifPresent(submission -> {
            requests.send(new RecognitionRequest(submission, replyTo, ""));
            sent.sent(submission);
            known.put(id, SentRequest.of(submission));
        });
    }

    private void end(RequestId id) {
        images.find(id).filter(submission -> submission.deadline().isPresent()).ifPresent(this::end);
    }

    private void end(Submission submission) {
        results.putOnce(Expiry.of(submission, clock.instant()));
    }

    /**
     * What was found and done.
     *
     * @param ledger before anything was done
     * @param sentAgain requests that hadn't reached the queue
     * @param expired requests whose deadline had passed
     */
    public record Outcome(Ledger ledger, int sentAgain, int expired) {}
}
