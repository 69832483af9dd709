package dev.elasticrecognition.onnx;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * What one has to know about a model beside its network: how a picture becomes its input and what its output means. It is
 * kept in {@value #FILE} beside the network, because the right preprocessing is the one that the network was trained with.
 *
 * @param id name and version of the model
 * @param inputName the input tensor, float32
 * @param layout the order of the input's axes
 * @param channels the order of the input's channels
 * @param width of the input, in pixels, 1 or more
 * @param height of the input, in pixels, 1 or more
 * @param shortSide what the short side of a picture is resized to before the centre is cut out, in pixels, no less than the
 *     width and the height
 * @param filter how it is resized
 * @param mean what is taken from the values of each channel, on the scale of 0 to 255
 * @param std what they are then divided by, more than 0
 * @param outputName the output tensor, float32, one value a class
 * @param output what the output's values are
 */
record ModelDescriptor(
        String id,
        String inputName,
        Layout layout,
        Channels channels,
        int width,
        int height,
        int shortSide,
        ResizeFilter filter,
        List<Float> mean,
        List<Float> std,
        String outputName,
        Output output) {

    static final String FILE = "model.properties";

    /** The order of axes: batch (N), channels (C), height (H) and width (W). */
    enum Layout {
        NCHW,
        NHWC
    }

    /** The order of channels. */
    enum Channels {
        RGB,
        BGR
    }

    /** What the network's last layer yields. */
    enum Output {
        PROBABILITIES,
        /** Becomes probabilities by a softmax. */
        LOGITS
    }

    ModelDescriptor {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        require(width >= 1, "input.width is 1 or more");
        require(height >= 1, "input.height is 1 or more");
        require(shortSide >= Math.max(width, height), "resize.short-side is no less than the input's width and height");
        require(mean.size() == 3, "input.mean has three numbers");
        require(std.size() == 3 && std.stream().allMatch(value -> value > 0), "input.std has three numbers above 0");
    }

    /**
     * Reads the descriptor in a model directory.
     *
     * @throws UnusableModel if it is missing or incomplete, or says something impossible
     */
    static ModelDescriptor read(Path directory) {
        Path file = directory.resolve(FILE);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return of(properties);
        } catch (IOException e) {
            throw new UnusableModel(
                    file,
                    "can't be read (%s). Let elastic.model.directory name a directory with model.onnx, labels.txt and %s."
                            .formatted(e, FILE),
                    e);
        } catch (IllegalArgumentException e) {
            throw new UnusableModel(file, e.getMessage() + ". Correct the file.", e);
        }
    }

    private static ModelDescriptor of(Properties properties) {
        return new ModelDescriptor(
                text(properties, "model.name") + "-" + text(properties, "model.version"),
                text(properties, "input.name"),
                choice(Layout.class, properties, "input.layout"),
                choice(Channels.class, properties, "input.channels"),
                number(properties, "input.width"),
                number(properties, "input.height"),
                number(properties, "resize.short-side"),
                choice(ResizeFilter.class, properties, "resize.filter"),
                numbers(properties, "input.mean"),
                numbers(properties, "input.std"),
                text(properties, "output.name"),
                choice(Output.class, properties, "output.kind"));
    }

    private static String text(Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        require(!value.isEmpty(), key + " is missing");
        return value;
    }

    private static int number(Properties properties, String key) {
        try {
            return Integer.parseInt(text(properties, key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is no whole number", e);
        }
    }

    private static List<Float> numbers(Properties properties, String key) {
        try {
            return Arrays.stream(text(properties, key).split(","))
                    .map(Float::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is no list of numbers", e);
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, Properties properties, String key) {
        String value = text(properties, key);
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s is one of %s, not '%s'"
                        .formatted(key, Arrays.toString(choices.getEnumConstants()), value)));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
