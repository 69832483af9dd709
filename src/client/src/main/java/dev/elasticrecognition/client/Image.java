package dev.elasticrecognition.client;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What is sent: the bytes of a file under a name. The service judges the content by itself, so no type goes along.
 *
 * @param fileName the name that the result shall bear
 * @param content the bytes of the file, not to be changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // passed through once, never compared
public record Image(String fileName, byte[] content) implements ImageSource {

    /** Larger files are not even read: no picture is that large. What the service accepts may be less. */
    public static final long MOST_BYTES = 100_000_000;

    private static final long MEGABYTE = 1_000_000;

    public Image {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(content, "content");
    }

    /** Reads a file. */
    public static Image of(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new IOException("the file has %d MB, more than the %d MB that are ever sent"
                    .formatted(size / MEGABYTE, MOST_BYTES / MEGABYTE));
        }
        return new Image(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    /** Itself. */
    @Override
    public Image read() {
        return this;
    }

    /** The part of a form that carries it. */
    EntityPart part() {
        try {
            return EntityPart.withName("image")
                    .fileName(quotable(fileName))
                    .mediaType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                    .content(new ByteArrayInputStream(content))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As browsers do it: what would end the quoted name is percent-encoded. */
    private static String quotable(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
