package dev.elasticrecognition.domain.deadletters;

import dev.elasticrecognition.domain.audit.Audit;
import dev.elasticrecognition.domain.audit.Audit.Deed;
import dev.elasticrecognition.domain.audit.Change;
import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.ledger.SentRequest;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.recognition.Submission;
import dev.elasticrecognition.domain.recognition.Together;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Sends requests that were given up to the workers again, under the ids that they have. The dead letter goes last, so
 * whatever fails on the way leaves it there, and it can be redriven once more: a request that is sent twice is answered
 * once. What operators have redriven is taken down with who did it.
 */
public final class RedriveDeadLetters {

    private final DeadLetters deadLetters;
    private final GivenUpResults results;
    private final SentJournal journal;
    private final MessageQueue<RecognitionRequest> requests;
    private final SentRequests sent;
    private final String replyTo;
    private final Executor threads;
    private final Audit audit;
    private final InstantSource clock;

    /**
     * @param replyTo where the results are announced
     * @param threads redrive several at a time; none of its tasks waits for another
     */
    public RedriveDeadLetters(
            DeadLetters deadLetters,
            GivenUpResults results,
            SentJournal journal,
            MessageQueue<RecognitionRequest> requests,
            SentRequests sent,
            String replyTo,
            Executor threads,
            Audit audit,
            InstantSource clock) {
        this.deadLetters = deadLetters;
        this.results = results;
        this.journal = journal;
        this.requests = requests;
        this.sent = sent;
        this.replyTo = replyTo;
        this.threads = threads;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Redrives one.
     *
     * @param by who wants it
     * @return what came of it; empty if there is no such dead letter
     */
    public Optional<Outcome> redrive(RequestId id, String by) {
        return deadLetters.find(id).map(letter -> redriven(letter, by));
    }

    /**
     * Redrives the newest ones. If that fails for one, the others are redriven all the same.
     *
     * @param atMost 1 to {@link DeadLetters#MOST}
     * @param by who wants it
     * @return what came of each of them
     */
    public List<Outcome> redriveAll(int atMost, String by) {
        List<RequestId> ids = deadLetters.list(Optional.empty(), atMost);
        return Together.map(ids, id -> redrive(id, by), threads).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Outcome redriven(DeadLetter letter, String by) {
        Outcome outcome = reopen(letter.submission().withoutDeadline());
        deadLetters.remove(letter.id());
        audit.done(
                Deed.of(by, "redrive", letter.id().value(), "redrove request %s: %s".formatted(letter.id(), outcome)),
                List.of(Change.of("dead-letter", "kept", outcome.word())));
        return outcome;
    }

    /**
     * Work on it had begun in time, so the deadline counts no more. It's written down first: whoever looks for requests
     * whose deadline has passed, or that never reached the queue, finds it there as soon as the request waits again.
     */
    private Outcome reopen(Submission submission) {
        journal.write(clock.instant(), List.of(SentRequest.of(submission)));
        if (results.reopen(submission.id()).isPresent()) {
            return Outcome.ANSWERED_BEFORE;
        }
        send(submission);
        return Outcome.SENT_AGAIN;
    }

    private void send(Submission submission) {
        sent.sending(submission);
        try {
            requests.send(new RecognitionRequest(submission, replyTo, ""));
        } catch (RuntimeException e) {
            sent.notSent(submission);
            throw e;
        }
    }

    /** What came of a dead letter that was redriven; it is gone in either case. */
    public enum Outcome {
        /** The request waits again. */
        SENT_AGAIN,
        /** The request has an answer, so there was nothing to be done: an earlier redrive broke off after it was sent. */
        ANSWERED_BEFORE;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
