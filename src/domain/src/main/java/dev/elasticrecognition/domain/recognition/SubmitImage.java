package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.messaging.MessageQueue;

/**
 * Takes a picture in: stores it, and then asks for its label. The order matters: a message never names a picture that
 * isn't there.
 */
public final class SubmitImage {

    private final ImageStore images;
    private final MessageQueue<RecognitionRequest> requests;

    public SubmitImage(ImageStore images, MessageQueue<RecognitionRequest> requests) {
        this.images = images;
        this.requests = requests;
    }

    /** Submits one picture. When this returns, the request is accepted and will be answered. */
    public void submit(RecognitionRequest request, byte[] content) {
        images.put(request.id(), request.image(), content);
        requests.send(request);
    }
}
