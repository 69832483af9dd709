package dev.elasticrecognition.domain.ledger;

import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.Submission;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that is known to have reached the queue.
 *
 * @param deadline until when work on it must begin, if there is such a time
 */
public record SentRequest(RequestId id, Optional<Instant> deadline) {

    public SentRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(deadline, "deadline");
    }

    /** A request as it was sent. */
    public static SentRequest of(Submission submission) {
        return new SentRequest(submission.id(), submission.deadline());
    }
}
