package dev.elasticrecognition.domain.recognition;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A picture whose file is being read.
 *
 * @param image what is known of it
 * @param content the file as it was sent, from its beginning
 */
public record OpenImage(SubmittedImage image, InputStream content) implements Closeable {

    public OpenImage {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(content, "content");
    }

    /** Ends the reading, also before the file's end. */
    @Override
    public void close() throws IOException {
        content.close();
    }
}
