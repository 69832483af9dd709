package dev.elasticrecognition.domain.deadletters;

import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.Submission;
import java.time.Instant;
import java.util.Objects;

/**
 * A request that was given up, as it is kept until an operator has decided about it.
 *
 * @param receiveCount how often work on it was begun, 1 or more
 * @param at when it was given up
 * @param reason why, in a sentence or two for people
 */
public record DeadLetter(Submission submission, int receiveCount, Instant at, String reason) {

    public DeadLetter {
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(reason, "reason");
    }

    /** The request's. */
    public RequestId id() {
        return submission.id();
    }

    /** How its request ends. */
    Failed givenUp() {
        return Failed.unseen(submission, new Problem(Problem.Kind.GAVE_UP, reason), at);
    }

    /** What the result says is what is kept, so that whoever does it again keeps the same. */
    static DeadLetter of(Submission submission, int receiveCount, Failed givenUp) {
        return new DeadLetter(
                submission, receiveCount, givenUp.at(), givenUp.problem().detail());
    }
}
