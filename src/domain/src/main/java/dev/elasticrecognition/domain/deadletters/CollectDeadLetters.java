package dev.elasticrecognition.domain.deadletters;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.Responses;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.domain.recognition.Submission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Empties the dead-letter queue: ends each request that is in it as failed, keeps a dead letter of it, announces the end,
 * and only then completes the lease. Whatever fails on the way is thrown, the lease lapses and the message comes again; what
 * was done by then is found and not done twice. One front end does this for all.
 */
public final class CollectDeadLetters {

    /** So many messages are received at most at a time; the rest is left to the next. */
    private static final int MOST = 100;

    /** Queues have many parts, and only who waits is told of all of them. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final MessageQueue<Optional<RecognitionRequest>> deadLetterQueue;
    private final ResultStore results;
    private final DeadLetters deadLetters;
    private final Responses responses;
    private final int maxReceives;
    private final InstantSource clock;

    /**
     * @param deadLetterQueue its messages are empty if they can't be read; then they are left alone
     * @param maxReceives how often a request is received before it gets there
     */
    public CollectDeadLetters(
            MessageQueue<Optional<RecognitionRequest>> deadLetterQueue,
            ResultStore results,
            DeadLetters deadLetters,
            Responses responses,
            int maxReceives,
            InstantSource clock) {
        this.deadLetterQueue = deadLetterQueue;
        this.results = results;
        this.deadLetters = deadLetters;
        this.responses = responses;
        this.maxReceives = maxReceives;
        this.clock = clock;
    }

    /**
     * Collects what is there, one by one: a message that can't be collected holds up the others until the next time only.
     *
     * @return the dead letters that were kept
     */
    public List<DeadLetter> collect() {
        List<DeadLetter> kept = new ArrayList<>();
        for (int received = 0; received < MOST; received++) {
            List<Lease<Optional<RecognitionRequest>>> leases = deadLetterQueue.receive(1, WAIT);
            if (leases.isEmpty()) {
                return kept;
            }
            leases.forEach(lease -> collect(lease).ifPresent(kept::add));
        }
        return kept;
    }

    private Optional<DeadLetter> collect(Lease<Optional<RecognitionRequest>> lease) {
        return lease.message().flatMap(request -> collected(request, lease));
    }

    /** A request that was answered all the same is no dead letter: only its message was left behind. */
    private Optional<DeadLetter> collected(RecognitionRequest request, Lease<?> lease) {
        Optional<RecognitionResult> present = results.find(request.id());
        RecognitionResult result = present.orElseGet(() -> results.putOnce(givenUp(request.submission())));
        Optional<DeadLetter> letter = letter(request.submission(), result);
        letter.ifPresent(deadLetters::put);
        if (present.isEmpty()) {
            responses.send(request.replyTo(), result);
        }
        lease.complete();
        return letter;
    }

    private Optional<DeadLetter> letter(Submission submission, RecognitionResult result) {
        return result instanceof Failed failed && !failed.isFinal()
                ? Optional.of(DeadLetter.of(submission, maxReceives, failed))
                : Optional.empty();
    }

    private Failed givenUp(Submission submission) {
        Problem problem = new Problem(
                Problem.Kind.GAVE_UP,
                ("Work on it was begun %d times and never came to an end; it may have ended the workers that began it."
                                + " An operator can have it begun again.")
                        .formatted(maxReceives));
        return Failed.unseen(submission, problem, clock.instant());
    }
}
