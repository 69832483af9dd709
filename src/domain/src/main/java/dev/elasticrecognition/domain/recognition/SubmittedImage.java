package dev.elasticrecognition.domain.recognition;

import java.util.Objects;

/**
 * What is known of a picture without its content.
 *
 * @param fileName the name that the client gave it, cleaned (see {@link FileName}); for show only
 * @param type told by content
 * @param size of the file, in bytes
 * @param sha256 of the file, 64 hexadecimal digits in lower case
 */
public record SubmittedImage(String fileName, ImageType type, long size, String sha256) {

    public SubmittedImage {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sha256, "sha256");
    }
}
