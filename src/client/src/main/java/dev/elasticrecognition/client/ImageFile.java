package dev.elasticrecognition.client;

import java.io.IOException;
import java.nio.file.Path;

/** An image in a file, which is read when it is sent. */
public record ImageFile(Path path) implements ImageSource {

    @Override
    public Image read() throws IOException {
        return Image.of(path);
    }
}
