package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Withdraws a request: it ends as failed, and its picture's content is removed, so that a worker whose turn it is has
 * nothing left to do.
 */
public final class CancelRequest {

    private final ImageStore images;
    private final ResultStore results;
    private final AwaitedResults awaited;
    private final InstantSource clock;

    public CancelRequest(ImageStore images, ResultStore results, AwaitedResults awaited, InstantSource clock) {
        this.images = images;
        this.results = results;
        this.awaited = awaited;
        this.clock = clock;
    }

    /**
     * Cancels a request unless it is answered already; harmless to repeat.
     *
     * @return the result that the request has now, whatever it is; empty if no such request was accepted
     */
    public Optional<RecognitionResult> cancel(RequestId id) {
        Optional<RecognitionResult> answered = results.find(id);
        return answered.isPresent() ? answered : images.find(id).map(this::cancelled);
    }

    /** Whether this is how a cancelled request ends. */
    public static boolean isCancelled(RecognitionResult result) {
        return result instanceof Failed failed && failed.problem().kind() == Problem.Kind.CANCELLED;
    }

    private RecognitionResult cancelled(Submission submission) {
        Problem problem = new Problem(Problem.Kind.CANCELLED, "The request was cancelled before it was answered.");
        RecognitionResult result = results.putOnce(Failed.unseen(submission, problem, clock.instant()));
        if (isCancelled(result)) {
            images.withdraw(submission);
            awaited.arrived(result);
        }
        return result;
    }
}
