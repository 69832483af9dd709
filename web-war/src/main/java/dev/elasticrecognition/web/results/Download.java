package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.OpenImage;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import dev.elasticrecognition.web.problems.Places.Place;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A picture on its way to a client, bit by bit.
 *
 * @param open is read once, and closed whatever happens
 * @param place is left then
 */
record Download(OpenImage open, Place place) implements StreamingOutput, Closeable {

    SubmittedImage image() {
        return open.image();
    }

    @Override
    public void write(OutputStream client) throws IOException {
        try (this) {
            open.content().transferTo(client);
        }
    }

    @Override
    public void close() throws IOException {
        try (place) {
            open.close();
        }
    }
}
