package dev.elasticrecognition.web.upload;

import java.nio.file.Path;

/**
 * What the door lets in.
 *
 * @param inProgress how many uploads may be in progress at a time, 1 to 10,000
 * @param imagesPerRequest how many pictures may come in one request, 1 to 10,000
 * @param spool where pictures are kept while they come in, if they are larger than {@link #inMemory}
 * @param inMemory up to how many bytes a picture is kept in memory while it comes in, 0 or more
 */
record UploadSettings(int inProgress, int imagesPerRequest, Path spool, int inMemory) {

    static final String IN_PROGRESS = "elastic.upload.in-progress";
    static final String IMAGES_PER_REQUEST = "elastic.upload.images-per-request";
    static final String SPOOL = "elastic.upload.spool";
    static final String IN_MEMORY = "elastic.upload.in-memory";

    UploadSettings {
        require(IN_PROGRESS, inProgress, 1, 10_000);
        require(IMAGES_PER_REQUEST, imagesPerRequest, 1, 10_000);
        require(IN_MEMORY, inMemory, 0, Integer.MAX_VALUE);
    }

    private static void require(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be %,d to %,d, not %,d".formatted(key, least, most, value));
        }
    }
}
