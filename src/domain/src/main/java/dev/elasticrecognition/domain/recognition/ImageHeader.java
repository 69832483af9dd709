package dev.elasticrecognition.domain.recognition;

/**
 * What the first bytes of a picture say about it, without decoding it.
 *
 * @param type told by content
 * @param width in pixels as stored (before any rotation), 1 or more
 * @param height in pixels as stored (before any rotation), 1 or more
 */
public record ImageHeader(ImageType type, int width, int height) {

    /**
     * Reads the header of a file.
     *
     * @throws RejectedImage if the content is empty, of no accepted type, or its header makes no sense
     */
    public static ImageHeader read(byte[] image) {
        throw new RejectedImage(Problem.Kind.UNSUPPORTED_TYPE, "Not written yet.");
    }
}
