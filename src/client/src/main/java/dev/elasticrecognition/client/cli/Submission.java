package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.Image;
import dev.elasticrecognition.client.ImageSource;
import java.io.IOException;
import java.util.Optional;

/**
 * An image on its way.
 *
 * @param journal what gives its request a name that a later run will know
 */
record Submission(Input input, Optional<Journal> journal) implements ImageSource {

    @Override
    public Image read() throws IOException, InterruptedException {
        return input.source().read();
    }

    @Override
    public String idempotencyKey(Image image) throws IOException {
        return journal.isPresent()
                ? journal.get().idempotencyKey(input, image)
                : input.source().idempotencyKey(image);
    }
}
