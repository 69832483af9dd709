package dev.elasticrecognition.onnx;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The readers that are used, each by name. The registry of ImageIO is asked for those of the JDK alone: what else it finds
 * depends on which class loader looked first, and a reader for a format that nobody allowed must never run.
 */
final class Readers {

    private Readers() {}

    static ImageReader jdk(String format) throws IOException {
        Iterator<ImageReaderSpi> all = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (all.hasNext()) {
            ImageReaderSpi provider = all.next();
            boolean ofTheJdk = provider.getClass().getModule() == ImageIO.class.getModule();
            if (ofTheJdk && provider.getFormatNames()[0].equalsIgnoreCase(format)) {
                return provider.createReaderInstance();
            }
        }
        throw new IllegalStateException("This JDK has no reader for " + format);
    }

    /** Reads stills with libwebp, as the reference pipeline does: how colours are interpolated changes answers. */
    static ImageReader webp() {
        return new com.luciad.imageio.webp.WebPImageReaderSpi().createReaderInstance(null);
    }

    /** Reads the frames of animations, which libwebp's plain decoder refuses. */
    static ImageReader animatedWebp() throws IOException {
        return new WebPImageReaderSpi().createReaderInstance();
    }

    static ImageReader tiff() throws IOException {
        return new TIFFImageReaderSpi().createReaderInstance();
    }

    /** Some formats state a second size, that of the frame, which a reader believes. */
    static void requireWithin(ImageLimits limits, long width, long height) {
        if (width * height > limits.maxPixels()) {
            throw new RejectedImage(
                    Problem.Kind.TOO_MANY_PIXELS,
                    "A frame of the picture has %d x %d pixels; at most %d in all are accepted. Send a smaller one."
                            .formatted(width, height, limits.maxPixels()));
        }
    }
}
