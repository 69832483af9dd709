package dev.elasticrecognition.domain.recognition;

import java.util.Objects;

/**
 * Asks for the label of a picture that is in the {@link ImageStore} under the request's id.
 *
 * @param submission what was sent in
 * @param replyTo where the result is to be announced: the response queue of the front end that asks
 * @param trace the trace that this request belongs to, as W3C Trace Context's {@code traceparent} has it; empty if none
 */
public record RecognitionRequest(Submission submission, String replyTo, String trace) {

    public RecognitionRequest {
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(replyTo, "replyTo");
        Objects.requireNonNull(trace, "trace");
    }

    public RequestId id() {
        return submission.id();
    }

    public SubmittedImage image() {
        return submission.image();
    }
}
