package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import java.time.Instant;

/** How a request ends whose deadline passed before work on it began. */
public final class Expiry {

    private Expiry() {}

    /** The end of a request that has a deadline. */
    public static Failed of(Submission submission, Instant now) {
        Problem problem = new Problem(
                Problem.Kind.DEADLINE_PASSED,
                "Work on it had not begun by %s, the deadline that came with it. Send it again with more time."
                        .formatted(submission.deadline().orElseThrow()));
        return Failed.unseen(submission, problem, now);
    }
}
