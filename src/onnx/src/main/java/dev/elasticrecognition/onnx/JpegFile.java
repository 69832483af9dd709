package dev.elasticrecognition.onnx;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageReader;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * A JPEG, taken apart up to its first scan (ITU T.81, annex B). The decoder of the JDK is libjpeg and yields the same
 * samples as Pillow's libjpeg-turbo; but it stumbles over metadata and misses or mistakes some colour spaces. So it gets
 * the file without metadata and is asked for raw samples, and colours are converted here by libjpeg's rules.
 */
final class JpegFile {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DHT = 0xC4;
    private static final int COM = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int MAX_SCANS = 500;

    private final byte[] file;
    private final ByteArrayOutputStream stripped = new ByteArrayOutputStream();
    private boolean jfif;
    private boolean huffmanTables;
    private OptionalInt adobeTransform = OptionalInt.empty();
    private OptionalInt exifOrientation = OptionalInt.empty();
    private OptionalInt xmpOrientation = OptionalInt.empty();
    private byte[] componentIds = {};

    private JpegFile(byte[] file) {
        this.file = file;
    }

    /** @throws RuntimeException if the file's segments make no sense */
    static JpegFile parse(byte[] file) throws IOException {
        JpegFile parsed = new JpegFile(file);
        parsed.readSegments();
        return parsed;
    }

    Pixels decode() throws IOException {
        Pixels stored = inRgb(readRaster());
        return stored.upright(exifOrientation.orElse(xmpOrientation.orElse(Orientation.UPRIGHT)));
    }

    private void readSegments() throws IOException {
        stripped.write(new byte[] {(byte) 0xFF, (byte) SOI});
        int at = 2;
        while (true) {
            at = nextMarker(at);
            int marker = file[at - 1] & 0xFF;
            if (marker == SOI || marker == EOI) {
                throw new IOException("No scan in this JPEG");
            }
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
                continue;
            }
            if (marker == SOS) {
                keepScansFrom(at - 2);
                return;
            }
            int length = (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF);
            if (length < 2 || length > file.length - at) {
                throw new IOException("A segment of this JPEG ends beyond the file");
            }
            readSegment(marker, at, length);
            at += length;
        }
    }

    /** Skips to behind the next marker, over fill bytes and whatever doesn't belong there, as libjpeg does. */
    private int nextMarker(int from) {
        int at = from;
        while ((file[at] & 0xFF) != 0xFF || file[at + 1] == 0 || (file[at + 1] & 0xFF) == 0xFF) {
            at++;
        }
        return at + 2;
    }

    private void readSegment(int marker, int at, int length) {
        ByteBuffer payload = ByteBuffer.wrap(file, at + 2, length - 2);
        if (marker == APP0) {
            jfif |= startsWith(payload, "JFIF\0");
        } else if (marker == APP1) {
            readMetadata(payload);
        } else if (marker == APP14) {
            readAdobe(payload);
        } else if (marker != COM && (marker < APP0 || marker > 0xEF)) {
            keepSegment(marker, at, length);
        }
    }

    private void readMetadata(ByteBuffer payload) {
        if (exifOrientation.isEmpty() && startsWith(payload, "Exif\0\0")) {
            exifOrientation = Orientation.inExif(payload.position(payload.position() + 6));
        } else if (xmpOrientation.isEmpty() && startsWith(payload, "http://ns.adobe.com/xap/1.0/\0")) {
            xmpOrientation = Orientation.inXmp(payload);
        }
    }

    private void readAdobe(ByteBuffer payload) {
        if (payload.remaining() >= 12 && startsWith(payload, "Adobe")) {
            adobeTransform = OptionalInt.of(payload.get(payload.position() + 11));
        }
    }

    private void keepSegment(int marker, int at, int length) {
        stripped.write(file, at - 2, length + 2);
        huffmanTables |= marker == DHT;
        if (marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != 0xC8 && marker != 0xCC) {
            componentIds = new byte[file[at + 7] & 0xFF];
            for (int i = 0; i < componentIds.length; i++) {
                componentIds[i] = file[at + 8 + 3 * i];
            }
        }
    }

    private void keepScansFrom(int at) throws IOException {
        if (!huffmanTables) {
            writeStandardHuffmanTables();
        }
        requireFewScans(at);
        stripped.write(file, at, file.length - at);
    }

    /** Frames of MJPEG leave out the tables, which are then those of ITU T.81, annex K.3. */
    private void writeStandardHuffmanTables() throws IOException {
        writeHuffmanTable(0x00, JPEGHuffmanTable.StdDCLuminance);
        writeHuffmanTable(0x10, JPEGHuffmanTable.StdACLuminance);
        writeHuffmanTable(0x01, JPEGHuffmanTable.StdDCChrominance);
        writeHuffmanTable(0x11, JPEGHuffmanTable.StdACChrominance);
    }

    private void writeHuffmanTable(int classAndDestination, JPEGHuffmanTable table) throws IOException {
        short[] lengths = table.getLengths();
        short[] values = table.getValues();
        int size = 2 + 1 + 16 + values.length;
        stripped.write(new byte[] {(byte) 0xFF, (byte) DHT, (byte) (size >> 8), (byte) size});
        stripped.write(classAndDestination);
        for (int i = 0; i < 16; i++) {
            stripped.write(i < lengths.length ? lengths[i] : 0);
        }
        for (short value : values) {
            stripped.write(value);
        }
    }

    /** Each scan of a progressive JPEG goes over the whole picture, so that a small file could keep a core busy for minutes. */
    private void requireFewScans(int from) throws IOException {
        int scans = 0;
        for (int at = from; at < file.length - 1; at++) {
            if ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == SOS && ++scans > MAX_SCANS) {
                throw new IOException("More than %d scans".formatted(MAX_SCANS));
            }
        }
    }

    private Raster readRaster() throws IOException {
        if (!List.of(1, 3, 4).contains(componentIds.length)) {
            throw new IOException("A JPEG of %d components".formatted(componentIds.length));
        }
        ImageReader reader = Readers.jdk("jpeg");
        try (ByteArrayImageInput input = new ByteArrayImageInput(stripped.toByteArray())) {
            reader.setInput(input, true, true);
            Raster raster = reader.readRaster(0, null);
            if (input.exhausted()) {
                // The reader has filled up the picture with gray by then.
                throw new IOException("The JPEG ends before its picture does");
            }
            return raster;
        } finally {
            reader.dispose();
        }
    }

    private Pixels inRgb(Raster raster) {
        byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
        int width = raster.getWidth();
        int height = raster.getHeight();
        return switch (componentIds.length) {
            case 1 -> Colours.fromGray(width, height, samples);
            case 3 -> {
                if (isYcc()) {
                    Colours.yccToRgb(samples, 3);
                }
                yield new Pixels(width, height, samples);
            }
            default -> {
                // YCCK is made of CMY that was inverted twice.
                boolean ycck = adobeTransform.isPresent() && adobeTransform.getAsInt() != 0;
                if (ycck) {
                    Colours.yccToRgb(samples, 4);
                }
                yield Colours.fromAdobeCmyk(width, height, samples, !ycck);
            }
        };
    }

    /** The rules of {@code default_decompress_parms} in libjpeg's jdapimin.c. */
    private boolean isYcc() {
        if (jfif) {
            return true;
        }
        if (adobeTransform.isPresent()) {
            return adobeTransform.getAsInt() != 0;
        }
        return !(componentIds[0] == 'R' && componentIds[1] == 'G' && componentIds[2] == 'B');
    }

    private static boolean startsWith(ByteBuffer payload, String text) {
        byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
        return payload.remaining() >= expected.length
                && payload.slice(payload.position(), expected.length).equals(ByteBuffer.wrap(expected));
    }
}
