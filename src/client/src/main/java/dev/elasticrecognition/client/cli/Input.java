package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.ImageFile;
import dev.elasticrecognition.client.ImageSource;
import dev.elasticrecognition.client.WebImage;
import java.net.URI;
import java.nio.file.Path;

/**
 * An image that the arguments name.
 *
 * @param name as it is printed
 * @param identity the same from whichever directory it is named
 * @param source where it comes from
 */
record Input(String name, String identity, ImageSource source) {

    static Input file(Path file) {
        return new Input(file.toString(), file.toAbsolutePath().normalize().toString(), new ImageFile(file));
    }

    static Input web(URI address) {
        return new Input(address.toString(), address.toString(), new WebImage(address));
    }
}
