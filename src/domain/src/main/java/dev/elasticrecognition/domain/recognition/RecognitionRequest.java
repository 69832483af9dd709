package dev.elasticrecognition.domain.recognition;

import java.util.Objects;

/**
 * Asks for the label of a picture that is in the {@link ImageStore} under the request's id.
 *
 * @param id names the request and its picture
 * @param image what is known of the picture
 * @param replyTo where the result is to be announced: the response queue of the front end that took the request
 */
public record RecognitionRequest(RequestId id, SubmittedImage image, String replyTo) {

    public RecognitionRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(replyTo, "replyTo");
    }
}
