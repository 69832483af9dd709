package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ImageHeader;
import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import java.io.IOException;

/**
 * Turns a file into upright pixels. Takes what Pillow's {@code Image.load} takes and refuses what it refuses, as far as
 * possible: fully decoded pictures count, whatever is wrong with their metadata; pictures that end early don't. Of
 * several frames the first counts. Colours are not managed and alpha is dropped, as {@code Image.convert("RGB")} does.
 *
 * <p>Safe for use by several threads.
 */
final class ImageDecoder {

    private final ImageLimits limits;

    ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * Looks at a file without decoding it.
     *
     * @throws RejectedImage if it is no picture of an accepted type or exceeds the limits
     */
    ImageHeader examine(byte[] image) {
        limits.checkSize(image.length);
        ImageHeader header = ImageHeader.read(ImageContent.of(image));
        limits.checkPixels(header);
        return header;
    }

    /**
     * Decodes a file.
     *
     * @param header what {@link #examine} found
     * @param maxPixels how many pixels its first picture may have: some formats state a second size
     * @throws RejectedImage if it can't be decoded, or has more pixels
     */
    Pixels decode(byte[] image, ImageHeader header, long maxPixels) {
        ImageLimits within = new ImageLimits(limits.maxBytes(), maxPixels);
        try {
            return switch (header.type()) {
                case JPEG -> JpegFile.parse(image).decode();
                case PNG -> PngFile.parse(image).decode();
                case GIF -> new GifFile(image, within).decode();
                case BMP -> new BmpFile(image, header.width(), header.height()).decode();
                case WEBP -> new WebpFile(image, within).decode();
                case TIFF -> new TiffFile(image, within).decode();
            };
        } catch (RejectedImage rejected) {
            throw rejected;
        } catch (IOException | RuntimeException damage) {
            // Readers meet damaged files with any exception: an array index, a negative size, a missing table.
            throw undecodable(header, damage);
        }
    }

    private static RejectedImage undecodable(ImageHeader header, Exception damage) {
        return new RejectedImage(
                Problem.Kind.UNDECODABLE_IMAGE,
                "The %s picture is damaged, cut short or of a variant that is not supported. Send an intact file."
                        .formatted(header.type()),
                damage);
    }
}
