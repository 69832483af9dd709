package dev.elasticrecognition.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * A bitmap of Windows or OS/2, with a palette, run lengths or bit masks. Read here, because the JDK's reader takes some
 * run lengths for other colours, and follows bitmaps into the JPEG or PNG that they may hold.
 */
final class BmpFile {

    private static final int FILE_HEADER = 14;
    private static final int OS2_HEADER = 12;
    private static final Set<Integer> HEADERS = Set.of(OS2_HEADER, 40, 52, 56, 64, 108, 124);
    private static final int UNCOMPRESSED = 0;
    private static final int RUNS_OF_8_BITS = 1;
    private static final int RUNS_OF_4_BITS = 2;
    private static final int MASKS = 3;

    private final ByteBuffer file;
    private final int headerSize;
    private final int bits;
    private final int compression;
    private final boolean topDown;
    private final Pixels pixels;

    /** @throws RuntimeException if the file ends within its header */
    BmpFile(byte[] bytes, int width, int height) throws IOException {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        headerSize = file.getInt(FILE_HEADER);
        if (!HEADERS.contains(headerSize)) {
            throw new IOException("A bitmap header of %d bytes".formatted(headerSize));
        }
        boolean os2 = headerSize == OS2_HEADER;
        bits = file.getShort(os2 ? 24 : 28);
        compression = os2 ? UNCOMPRESSED : file.getInt(30);
        topDown = !os2 && file.getInt(22) < 0;
        pixels = Pixels.black(width, height);
    }

    Pixels decode() throws IOException {
        switch (compression) {
            case UNCOMPRESSED, MASKS -> decodeRows();
            case RUNS_OF_8_BITS -> decodeRuns(8);
            case RUNS_OF_4_BITS -> decodeRuns(4);
            default -> throw new IOException("A bitmap of compression %d".formatted(compression));
        }
        return pixels;
    }

    private void decodeRows() throws IOException {
        int[] palette = palette();
        Mask[] masks = masks();
        int stride = Math.toIntExact(((long) pixels.width() * bits + 31) / 32 * 4);
        int row = pixelsAt((long) stride * pixels.height());
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                int value = sample(row, x);
                if (bits <= 8) {
                    put(x, y, value < palette.length ? palette[value] : 0);
                } else {
                    put(x, y, masks[0].of(value) << 16 | masks[1].of(value) << 8 | masks[2].of(value));
                }
            }
            row += stride;
        }
    }

    private int sample(int row, int x) throws IOException {
        return switch (bits) {
            case 1, 2, 4 -> file.get(row + x * bits / 8) >> (8 - bits - x * bits % 8) & ((1 << bits) - 1);
            case 8 -> file.get(row + x) & 0xFF;
            case 16 -> file.getShort(row + 2 * x) & 0xFFFF;
            case 24 -> (file.getShort(row + 3 * x) & 0xFFFF) | (file.get(row + 3 * x + 2) & 0xFF) << 16;
            case 32 -> file.getInt(row + 4 * x);
            default -> throw new IOException("A bitmap of %d bits a pixel".formatted(bits));
        };
    }

    /** Pixels that are jumped over have the first colour. Pairs of a count and a colour; a count of zero begins a line, a jump, a stretch without runs, or the end. */
    private void decodeRuns(int size) throws IOException {
        int[] palette = palette();
        fill(palette[0]);
        file.position(pixelsAt(0));
        long at = 0;
        long end = (long) pixels.width() * pixels.height();
        while (at < end) {
            int count = file.get() & 0xFF;
            int value = file.get() & 0xFF;
            if (count > 0) {
                at = run(at, count, value, size, palette);
            } else if (value == 0) {
                at = (at + pixels.width() - 1) / pixels.width() * pixels.width();
            } else if (value == 1) {
                return;
            } else if (value == 2) {
                at += (file.get() & 0xFF) + (long) (file.get() & 0xFF) * pixels.width();
            } else {
                at = literal(at, value, size, palette);
            }
        }
    }

    private long run(long at, int count, int value, int size, int[] palette) {
        int room = pixels.width() - (int) (at % pixels.width());
        int kept = Math.min(count, room);
        for (int i = 0; i < kept; i++) {
            putIndex(at + i, size == 8 ? value : i % 2 == 0 ? value >> 4 : value & 0x0F, palette);
        }
        return at + kept;
    }

    private long literal(long at, int count, int size, int[] palette) {
        int bytes = (count * size + 7) / 8;
        for (int i = 0; i < count; i++) {
            int value = file.get(file.position() + i * size / 8) & 0xFF;
            putIndex(at + i, size == 8 ? value : i % 2 == 0 ? value >> 4 : value & 0x0F, palette);
        }
        file.position(file.position() + bytes + bytes % 2);
        return at + count;
    }

    private void putIndex(long at, int index, int[] palette) {
        long y = at / pixels.width();
        if (y < pixels.height()) {
            put((int) (at % pixels.width()), (int) y, index < palette.length ? palette[index] : 0);
        }
    }

    private void fill(int colour) {
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                put(x, y, colour);
            }
        }
    }

    private void put(int x, int y, int colour) {
        int row = topDown ? y : pixels.height() - 1 - y;
        int at = 3 * (row * pixels.width() + x);
        pixels.rgb()[at] = (byte) (colour >> 16);
        pixels.rgb()[at + 1] = (byte) (colour >> 8);
        pixels.rgb()[at + 2] = (byte) colour;
    }

    /**
     * Where the pixels are. Some programs write a place that lies within the palette, others a palette that is shorter than
     * stated: both are believed only if the rows fit.
     */
    private int pixelsAt(long size) throws IOException {
        int stated = file.getInt(10);
        int afterPalette = afterHeader() + colourSize() * statedColours();
        boolean fits = afterPalette + size <= file.limit();
        return stated < afterHeader() || (stated < afterPalette && fits) ? afterPalette : stated;
    }

    /** Masks stand in the larger headers, but follow the header of 40 bytes. */
    private int afterHeader() {
        return FILE_HEADER + headerSize + (compression == MASKS && headerSize == 40 ? 12 : 0);
    }

    private int[] palette() throws IOException {
        int[] palette = new int[Math.min(statedColours(), 1 << bits)];
        for (int i = 0; i < palette.length; i++) {
            int at = afterHeader() + colourSize() * i;
            palette[i] = (file.get(at + 2) & 0xFF) << 16 | (file.get(at + 1) & 0xFF) << 8 | (file.get(at) & 0xFF);
        }
        return palette;
    }

    private int statedColours() throws IOException {
        if (bits > 8) {
            return 0;
        }
        int stated = headerSize == OS2_HEADER ? 0 : file.getInt(46);
        if (stated < 0 || stated > 1 << 16) {
            throw new IOException("A palette of %d colours".formatted(stated));
        }
        return stated == 0 ? 1 << bits : stated;
    }

    private int colourSize() {
        return headerSize == OS2_HEADER ? 3 : 4;
    }

    private Mask[] masks() {
        if (compression == MASKS) {
            int at = FILE_HEADER + 40;
            return new Mask[] {Mask.of(file, at), Mask.of(file, at + 4), Mask.of(file, at + 8)};
        }
        return bits == 16
                ? new Mask[] {new Mask(0x7C00), new Mask(0x03E0), new Mask(0x001F)}
                : new Mask[] {new Mask(0xFF0000), new Mask(0x00FF00), new Mask(0x0000FF)};
    }

    /** Where a pixel's bits of one colour are. */
    private record Mask(int bits) {

        static Mask of(ByteBuffer file, int at) {
            return new Mask(file.getInt(at));
        }

        /** The colour's value, stretched to 0 to 255. */
        int of(int pixel) {
            if (bits == 0) {
                return 0;
            }
            int shift = Integer.numberOfTrailingZeros(bits);
            int value = (pixel & bits) >>> shift;
            return (int) (value * 255L / (bits >>> shift));
        }
    }
}
