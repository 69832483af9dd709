package dev.elasticrecognition.domain.recognition;

import java.util.Arrays;

/** The types of picture that are accepted. What a file is, is told by its content, never by its name. */
public enum ImageType {
    /** JPEG with its relatives: MPO (several JPEGs in one file, of which the first counts) and single MJPEG frames. */
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    BMP("image/bmp"),
    WEBP("image/webp"),
    TIFF("image/tiff");

    private final String mediaType;

    ImageType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The type with this media type, as {@link #mediaType()} gives it.
     *
     * @throws IllegalArgumentException if there is none */
    public static ImageType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no accepted type".formatted(mediaType)));
    }

    public String mediaType() {
        return mediaType;
    }
}
