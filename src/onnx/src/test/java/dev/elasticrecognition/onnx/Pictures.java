package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** The pictures and the model that the tests share. */
final class Pictures {

    static final Path MODEL = Path.of("../model/efficientnet-lite0");
    static final ImageLimits LIMITS = new ImageLimits(20 << 20, 100_000_000);

    private Pictures() {}

    static byte[] bytes(String name) {
        try (InputStream in = Pictures.class.getResourceAsStream("/pictures/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("No writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Pixels decoded(byte[] image) {
        ImageDecoder decoder = new ImageDecoder(LIMITS);
        return decoder.decode(image, decoder.examine(image), LIMITS.maxPixels());
    }
}
