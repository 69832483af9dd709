package dev.elasticrecognition.domain.recognition;

/**
 * How large a picture may be.
 *
 * @param maxBytes the most bytes of a file, 1 or more
 * @param maxPixels the most pixels (width times height), 1 or more
 */
public record ImageLimits(long maxBytes, long maxPixels) {

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException(
                    "Limits are 1 or more: maxBytes=%d, maxPixels=%d".formatted(maxBytes, maxPixels));
        }
    }
}
