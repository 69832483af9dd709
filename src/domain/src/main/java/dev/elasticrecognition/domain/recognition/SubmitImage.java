package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.messaging.MessageQueue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Takes a picture in: checks what is cheap to check, stores it, and then asks for its label. The order matters: a
 * message never names a picture that isn't there.
 */
public final class SubmitImage {

    private final ImageStore images;
    private final MessageQueue<RecognitionRequest> requests;
    private final ImageLimits limits;

    public SubmitImage(ImageStore images, MessageQueue<RecognitionRequest> requests, ImageLimits limits) {
        this.images = images;
        this.requests = requests;
        this.limits = limits;
    }

    /**
     * Submits one picture. When this returns, the request is accepted and will be answered.
     *
     * @param id a new id for the request
     * @param fileName as the client gave it, or null
     * @param replyTo the response queue on which the result is awaited
     * @return the request as it was sent
     * @throws RejectedImage if the picture can be seen to be none, or to be too large; then nothing was stored
     */
    public RecognitionRequest submit(RequestId id, String fileName, byte[] content, String replyTo) {
        limits.checkSize(content.length);
        ImageHeader header = ImageHeader.read(content);
        limits.checkPixels(header);
        SubmittedImage image =
                new SubmittedImage(FileName.cleaned(fileName), header.type(), content.length, sha256(content));
        RecognitionRequest request = new RecognitionRequest(id, image, replyTo);
        images.put(id, image, content);
        requests.send(request);
        return request;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
