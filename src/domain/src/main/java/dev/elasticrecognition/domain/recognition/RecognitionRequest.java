package dev.elasticrecognition.domain.recognition;

import java.util.Objects;

/**
 * Asks for the label of a picture that is in the {@link ImageStore} under the request's id.
 *
 * @param id names the request and its picture
 * @param image what is known of the picture
 * @param replyTo where the result is to be announced: the response queue of the front end that took the request
 * @param trace the trace that this request belongs to, as W3C Trace Context's {@code traceparent} has it; empty if none
 */
public record RecognitionRequest(RequestId id, SubmittedImage image, String replyTo, String trace) {

    public RecognitionRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(replyTo, "replyTo");
        Objects.requireNonNull(trace, "trace");
    }
}
