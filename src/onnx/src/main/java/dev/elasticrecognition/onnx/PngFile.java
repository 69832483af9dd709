package dev.elasticrecognition.onnx;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageReader;

/**
 * A PNG, taken apart into its chunks (PNG specification, section 5). The JDK's reader gets only those that make the
 * picture; the others are looked through here, because metadata can be a trap: a few bytes may inflate to gigabytes.
 */
final class PngFile {

    private static final int SIGNATURE = 8;
    private static final int MAX_INFLATED_TEXT = 1 << 20;

    private final byte[] file;
    private final ByteArrayOutputStream stripped = new ByteArrayOutputStream();
    private boolean data;
    private OptionalInt exifOrientation = OptionalInt.empty();
    private OptionalInt xmpOrientation = OptionalInt.empty();

    private PngFile(byte[] file) {
        this.file = file;
    }

    /** @throws RuntimeException if the file's chunks make no sense */
    static PngFile parse(byte[] file) throws IOException {
        PngFile parsed = new PngFile(file);
        parsed.readChunks();
        return parsed;
    }

    Pixels decode() throws IOException {
        ImageReader reader = Readers.jdk("png");
        try (ByteArrayImageInput input = new ByteArrayImageInput(stripped.toByteArray())) {
            reader.setInput(input, true, true);
            Pixels stored = Colours.rgb(reader.read(0));
            return stored.upright(exifOrientation.orElse(xmpOrientation.orElse(Orientation.UPRIGHT)));
        } finally {
            reader.dispose();
        }
    }

    private void readChunks() throws IOException {
        stripped.write(file, 0, SIGNATURE);
        ByteBuffer chunks = ByteBuffer.wrap(file).position(SIGNATURE);
        while (chunks.remaining() >= 8) {
            int length = chunks.getInt();
            String type = typeOf(chunks);
            if (type.equals("IEND")) {
                break;
            }
            if (length < 0 || length > chunks.remaining() - 8) {
                throw new IOException("The PNG ends within chunk " + type);
            }
            readChunk(type, chunks.slice(chunks.position() + 4, length), chunks);
            chunks.position(chunks.position() + 4 + length + 4);
        }
        if (!data) {
            throw new IOException("No image data in this PNG");
        }
        keep("IEND", ByteBuffer.allocate(0));
    }

    private void readChunk(String type, ByteBuffer content, ByteBuffer chunk) throws IOException {
        if (!data && !type.equals("IDAT")) {
            requireIntact(type, content, chunk);
        }
        switch (type) {
            case "IHDR", "PLTE" -> keep(type, content);
            case "IDAT" -> {
                data = true;
                keep(type, content);
            }
            case "eXIf" -> exifOrientation = Orientation.inExif(content);
            case "zTXt", "iCCP" -> requireModest(afterText(content.slice()));
            case "iTXt" -> readInternationalText(content.slice());
            default -> {}
        }
    }

    private static void requireIntact(String type, ByteBuffer content, ByteBuffer chunk) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(StandardCharsets.ISO_8859_1));
        checksum.update(content.duplicate());
        if ((int) checksum.getValue() != chunk.getInt(chunk.position() + 4 + content.limit())) {
            throw new IOException("The checksum of chunk %s is wrong".formatted(type));
        }
    }

    private static ByteBuffer afterText(ByteBuffer content) {
        while (content.get() != 0) {
            // On to the end of the text.
        }
        return content;
    }

    private void readInternationalText(ByteBuffer content) throws IOException {
        String keyword = StandardCharsets.ISO_8859_1
                .decode(content.slice(0, afterText(content).position() - 1))
                .toString();
        boolean compressed = content.get() != 0;
        ByteBuffer method = content.slice(content.position(), 1);
        content.get();
        ByteBuffer text = afterText(afterText(content));
        if (compressed) {
            requireModest(ByteBuffer.allocate(1 + text.remaining())
                    .put(method)
                    .put(text)
                    .flip());
        } else if (keyword.equals("XML:com.adobe.xmp")) {
            xmpOrientation = Orientation.inXmp(text);
        }
    }

    /** @param compressed the compression method, which has to be 0 (deflate), and the data */
    private static void requireModest(ByteBuffer compressed) throws IOException {
        if (compressed.get() != 0) {
            throw new IOException("Unknown compression of a text or profile");
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            byte[] inflated = new byte[8192];
            long total = 0;
            int count = inflater.inflate(inflated);
            while (count > 0) {
                total += count;
                if (total > MAX_INFLATED_TEXT) {
                    throw new IOException(
                            "A text or profile inflates to more than %d bytes".formatted(MAX_INFLATED_TEXT));
                }
                count = inflater.inflate(inflated);
            }
        } catch (DataFormatException damage) {
            return; // Nobody reads the text, so its damage does no harm.
        } finally {
            inflater.end();
        }
    }

    private static String typeOf(ByteBuffer chunk) {
        return StandardCharsets.ISO_8859_1
                .decode(chunk.slice(chunk.position(), 4))
                .toString();
    }

    private void keep(String type, ByteBuffer content) throws IOException {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        DataOutputStream out = new DataOutputStream(stripped);
        out.writeInt(bytes.length);
        out.writeBytes(type);
        out.write(bytes);
        out.writeInt(0); // The JDK's reader skips the checksum.
    }
}
