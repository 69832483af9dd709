package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import org.eclipse.microprofile.config.Config;

/**
 * Which pictures are accepted.
 *
 * @param maxBytes {@value #MAX_BYTES}: the most bytes of a file, 1 or more
 * @param maxPixels {@value #MAX_PIXELS}: the most pixels of a picture, 1 to 700 million. A picture
 *     takes up to twelve bytes a pixel of memory while it is decoded
 */
record ImageSettings(int maxBytes, long maxPixels) {

    static final String MAX_BYTES = "elastic.image.max-bytes";
    static final String MAX_PIXELS = "elastic.image.max-pixels";

    /** What an array of three bytes a pixel can hold. */
    private static final long MOST_PIXELS = 700_000_000;

    ImageSettings {
        Rules.require(maxBytes >= 1, MAX_BYTES, "1 or more", maxBytes);
        Rules.require(maxPixels >= 1 && maxPixels <= MOST_PIXELS, MAX_PIXELS, "1 to " + MOST_PIXELS, maxPixels);
    }

    /** Reads the settings. Throws what {@link Config} throws if one is missing or no number. */
    static ImageSettings from(Config config) {
        return new ImageSettings(config.getValue(MAX_BYTES, Integer.class), config.getValue(MAX_PIXELS, Long.class));
    }

    ImageLimits limits() {
        return new ImageLimits(maxBytes, maxPixels);
    }
}
