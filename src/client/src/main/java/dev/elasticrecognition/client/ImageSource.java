package dev.elasticrecognition.client;

import java.io.IOException;
import java.util.UUID;

/** Something that becomes an image when its turn comes, so that no more images are in memory than are being sent. */
@FunctionalInterface
public interface ImageSource {

    /** Gets the image. */
    Image read() throws IOException, InterruptedException;

    /**
     * Names the request by which it is sent. With the same key and the same image, however often it is sent within a day, it
     * is one request. Asked for once, before it is sent.
     */
    default String idempotencyKey(Image image) throws IOException {
        return UUID.randomUUID().toString();
    }
}
