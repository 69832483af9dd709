package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import javax.imageio.ImageReader;

/** A WebP, lossy or lossless (RFC 9649); of an animation, the first frame. */
final class WebpFile {

    private static final int FIRST_CHUNK = 12;

    /** In a file of the extended format. */
    private static final int FLAGS = FIRST_CHUNK + 8;

    private static final int ANIMATION = 2;

    private final byte[] file;
    private final ImageLimits limits;

    WebpFile(byte[] file, ImageLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    Pixels decode() throws IOException {
        requireWhole();
        ImageReader reader = isAnimated() ? Readers.animatedWebp() : Readers.webp();
        try (ByteArrayImageInput input = new ByteArrayImageInput(file)) {
            reader.setInput(input, false, true);
            Readers.requireWithin(limits, reader.getWidth(0), reader.getHeight(0));
            return read(reader).upright(orientation());
        } finally {
            reader.dispose();
        }
    }

    /**
     * libwebp calls a damaged alpha channel a lack of memory, and its binding throws the JVM's error for that, whatever the
     * JVM has left. The JVM's own error has a message.
     */
    private static Pixels read(ImageReader reader) throws IOException {
        try {
            return Colours.rgb(reader.read(0));
        } catch (OutOfMemoryError error) {
            if (error.getMessage() != null) {
                throw error;
            }
            throw new IOException("The WebP's alpha channel is damaged", error);
        }
    }

    /** Told by the second flag from the right in the header of the extended format. */
    private boolean isAnimated() {
        return file.length > FLAGS
                && new String(file, FIRST_CHUNK, 4, StandardCharsets.ISO_8859_1).equals("VP8X")
                && (file[FLAGS] & ANIMATION) != 0;
    }

    /** The reader fills up what is missing, so the container has to tell. */
    private void requireWhole() throws IOException {
        long stated = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFF_FFFFL;
        if (stated > file.length - 8) {
            throw new IOException("The WebP ends before its picture does");
        }
    }

    private int orientation() {
        OptionalInt exif = OptionalInt.empty();
        OptionalInt xmp = OptionalInt.empty();
        ByteBuffer chunks = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = FIRST_CHUNK;
        while (at <= file.length - 8) {
            String type =
                    StandardCharsets.ISO_8859_1.decode(chunks.slice(at, 4)).toString();
            int length = chunks.getInt(at + 4);
            if (length < 0 || length > file.length - at - 8) {
                break;
            }
            if (type.equals("EXIF")) {
                exif = Orientation.inExif(withoutPrefix(chunks.slice(at + 8, length)));
            } else if (type.equals("XMP ")) {
                xmp = Orientation.inXmp(chunks.slice(at + 8, length));
            }
            at += 8 + length + (length & 1);
        }
        return exif.orElse(xmp.orElse(Orientation.UPRIGHT));
    }

    /** Some programs copy the data from a JPEG together with their mark. */
    private static ByteBuffer withoutPrefix(ByteBuffer exif) {
        boolean prefixed = exif.remaining() > 6 && exif.get(0) == 'E' && exif.get(1) == 'x';
        return prefixed ? exif.slice(6, exif.remaining() - 6) : exif;
    }
}
