package dev.elasticrecognition.domain.recognition;

/**
 * How large a picture may be.
 *
 * @param maxBytes the most bytes of a file, 1 to 2^31 - 9 (it is held in one array)
 * @param maxPixels the most pixels (width times height), 1 or more
 */
public record ImageLimits(int maxBytes, long maxPixels) {

    public ImageLimits {
        if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 8 || maxPixels < 1) {
            throw new IllegalArgumentException(
                    "Impossible limits: maxBytes=%d, maxPixels=%d".formatted(maxBytes, maxPixels));
        }
    }

    /** @throws RejectedImage if a file of this many bytes is larger than is accepted */
    public void checkSize(long bytes) {
        if (bytes > maxBytes) {
            throw new RejectedImage(
                    Problem.Kind.IMAGE_TOO_LARGE,
                    "The file is larger than %,d bytes, the most that is accepted. Send a smaller picture."
                            .formatted(maxBytes));
        }
    }

    /** @throws RejectedImage if a picture of these dimensions has more pixels than are accepted */
    public void checkPixels(ImageHeader header) {
        if ((long) header.width() * header.height() > maxPixels) {
            throw new RejectedImage(
                    Problem.Kind.TOO_MANY_PIXELS,
                    "The picture says that it has %d x %d pixels; at most %,d in all are accepted. Send a smaller picture."
                            .formatted(header.width(), header.height(), maxPixels));
        }
    }
}
