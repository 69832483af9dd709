package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.messaging.MessageQueue;

/**
 * Takes a picture in: stores it, and then asks for its label. The order matters: a message never names a picture that
 * isn't there.
 */
public final class SubmitImage {

    private final ImageStore images;
    private final MessageQueue<RecognitionRequest> requests;
    private final SentRequests sent;

    public SubmitImage(ImageStore images, MessageQueue<RecognitionRequest> requests, SentRequests sent) {
        this.images = images;
        this.requests = requests;
        this.sent = sent;
    }

    /** Submits one picture. When this returns, the request is accepted and will be answered. */
    public void submit(RecognitionRequest request, byte[] content) {
        images.put(request.id(), request.image(), content);
        send(request);
    }

    /** Counted before it's sent, since the answer may be faster than the return of this call. */
    private void send(RecognitionRequest request) {
        sent.sending(request.id());
        try {
            requests.send(request);
        } catch (RuntimeException e) {
            sent.notSent(request.id());
            throw e;
        }
    }
}
