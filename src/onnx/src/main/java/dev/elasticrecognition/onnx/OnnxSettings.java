package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of recognition.
 *
 * @param modelDirectory {@value #MODEL_DIRECTORY}: the model directory; required
 * @param threads {@value #THREADS}: how many threads work on one picture, 1 or more; by default as many as there are cores
 * @param maxBytes {@value #MAX_BYTES}: the most bytes of a file, 1 or more; by default 20 MiB
 * @param maxPixels {@value #MAX_PIXELS}: the most pixels of a picture, 1 to 700 million; by default 50 million. A picture
 *     takes three bytes a pixel of memory while it is decoded, twice that if it has to be turned
 */
record OnnxSettings(Path modelDirectory, int threads, int maxBytes, long maxPixels) {

    static final String MODEL_DIRECTORY = "elastic.model.directory";
    static final String THREADS = "elastic.model.threads";
    static final String MAX_BYTES = "elastic.image.max-bytes";
    static final String MAX_PIXELS = "elastic.image.max-pixels";

    private static final int DEFAULT_MAX_BYTES = 20 << 20;
    private static final long DEFAULT_MAX_PIXELS = 50_000_000;

    /** What an array of three bytes a pixel can hold. */
    private static final long MOST_PIXELS = 700_000_000;

    OnnxSettings {
        require(threads >= 1, THREADS, "1 or more", threads);
        require(maxBytes >= 1, MAX_BYTES, "1 or more", maxBytes);
        require(maxPixels >= 1 && maxPixels <= MOST_PIXELS, MAX_PIXELS, "1 to " + MOST_PIXELS, maxPixels);
    }

    /** Reads the settings. Throws what {@link Config} throws if one is missing or no number. */
    static OnnxSettings from(Config config) {
        return new OnnxSettings(
                Path.of(config.getValue(MODEL_DIRECTORY, String.class)),
                config.getOptionalValue(THREADS, Integer.class)
                        .orElseGet(() -> Runtime.getRuntime().availableProcessors()),
                config.getOptionalValue(MAX_BYTES, Integer.class).orElse(DEFAULT_MAX_BYTES),
                config.getOptionalValue(MAX_PIXELS, Long.class).orElse(DEFAULT_MAX_PIXELS));
    }

    ImageLimits limits() {
        return new ImageLimits(maxBytes, maxPixels);
    }

    private static void require(boolean holds, String key, String rule, long value) {
        if (!holds) {
            throw new IllegalArgumentException("%s has to be %s, not %d".formatted(key, rule, value));
        }
    }
}
