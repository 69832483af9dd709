package dev.elasticrecognition.onnx;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * Colours of all sorts as RGB of 8 bits. Samples are copied, never converted by Java2D, whose conversion from gray brightens:
 * it takes gray to be linear.
 */
final class Colours {

    private static final int FIX_BITS = 16;
    private static final int HALF = 1 << (FIX_BITS - 1);

    private Colours() {}

    /**
     * Takes over what a reader made: palette, gray or RGB, of up to 16 bits a sample, with or without alpha, which is
     * dropped; or CMYK. Of 16 bits the upper 8 count.
     */
    static Pixels rgb(BufferedImage image) throws IOException {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return fromPalette(image.getRaster(), palette);
        }
        boolean cmyk = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK;
        return cmyk ? fromCmyk(image.getRaster()) : fromSamples(image.getRaster());
    }

    static Pixels fromPalette(Raster indices, IndexColorModel palette) {
        Pixels pixels = Pixels.black(indices.getWidth(), indices.getHeight());
        int[] colours = new int[Math.max(256, palette.getMapSize())];
        palette.getRGBs(colours);
        int[] row = new int[pixels.width()];
        int to = 0;
        for (int y = 0; y < pixels.height(); y++) {
            indices.getSamples(indices.getMinX(), indices.getMinY() + y, row.length, 1, 0, row);
            for (int index : row) {
                to = put(pixels.rgb(), to, colours[index] >> 16, colours[index] >> 8, colours[index]);
            }
        }
        return pixels;
    }

    private static Pixels fromSamples(Raster samples) throws IOException {
        int bands = samples.getNumBands();
        boolean gray = bands < 3;
        int[] red = eightBits(samples, 0);
        int[] green = gray ? red : eightBits(samples, 1);
        int[] blue = gray ? red : eightBits(samples, 2);
        Pixels pixels = Pixels.black(samples.getWidth(), samples.getHeight());
        int[] row = new int[bands * pixels.width()];
        int to = 0;
        for (int y = 0; y < pixels.height(); y++) {
            samples.getPixels(samples.getMinX(), samples.getMinY() + y, pixels.width(), 1, row);
            for (int from = 0; from < row.length; from += bands) {
                int g = gray ? from : from + 1;
                int b = gray ? from : from + 2;
                to = put(pixels.rgb(), to, red[row[from]], green[row[g]], blue[row[b]]);
            }
        }
        return pixels;
    }

    /** A table from a band's samples to 0 to 255. */
    private static int[] eightBits(Raster samples, int band) throws IOException {
        int bits = samples.getSampleModel().getSampleSize(band);
        int type = samples.getTransferType();
        if (bits > 16 || type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
            throw new IOException("Samples of %d bits are not supported".formatted(bits));
        }
        int[] table = new int[1 << bits];
        for (int sample = 0; sample < table.length; sample++) {
            table[sample] = bits > 8 ? sample >> (bits - 8) : sample * 255 / (table.length - 1);
        }
        return table;
    }

    private static Pixels fromCmyk(Raster inks) {
        Pixels pixels = Pixels.black(inks.getWidth(), inks.getHeight());
        int bands = inks.getNumBands();
        int shift = Math.max(0, inks.getSampleModel().getSampleSize(0) - 8);
        int[] row = new int[bands * pixels.width()];
        int to = 0;
        for (int y = 0; y < pixels.height(); y++) {
            inks.getPixels(inks.getMinX(), inks.getMinY() + y, pixels.width(), 1, row);
            for (int from = 0; from < row.length; from += bands) {
                int white = 255 - (row[from + 3] >> shift);
                to = put(
                        pixels.rgb(),
                        to,
                        inked(row[from] >> shift, white),
                        inked(row[from + 1] >> shift, white),
                        inked(row[from + 2] >> shift, white));
            }
        }
        return pixels;
    }

    /**
     * CMYK as Adobe's programs write it into JPEGs: the last sample of a pixel is the white that black ink leaves.
     *
     * @param samples four bytes a pixel, without a gap
     * @param inverted whether the first three samples are what the inks leave, too, rather than the inks
     */
    static Pixels fromAdobeCmyk(int width, int height, byte[] samples, boolean inverted) {
        Pixels pixels = Pixels.black(width, height);
        int mask = inverted ? 0xFF : 0;
        int to = 0;
        for (int from = 0; from < samples.length; from += 4) {
            int white = samples[from + 3] & 0xFF;
            to = put(
                    pixels.rgb(),
                    to,
                    inked((samples[from] & 0xFF) ^ mask, white),
                    inked((samples[from + 1] & 0xFF) ^ mask, white),
                    inked((samples[from + 2] & 0xFF) ^ mask, white));
        }
        return pixels;
    }

    /** What of the white that black leaves is left by an ink: {@code white × (255 − ink) / 255}, rounded as Pillow does. */
    private static int inked(int ink, int white) {
        int product = ink * white + 128;
        return white - (((product >> 8) + product) >> 8);
    }

    /** Each gray value three times. */
    static Pixels fromGray(int width, int height, byte[] gray) {
        Pixels pixels = Pixels.black(width, height);
        int to = 0;
        for (byte value : gray) {
            to = put(pixels.rgb(), to, value, value, value);
        }
        return pixels;
    }

    /**
     * Converts YCbCr to RGB in place (JFIF 1.02, with libjpeg's fixed-point rounding).
     *
     * @param samples the three samples of a pixel at each multiple of {@code stride}; whatever follows them stays
     */
    static void yccToRgb(byte[] samples, int stride) {
        for (int at = 0; at < samples.length; at += stride) {
            int y = samples[at] & 0xFF;
            int cb = (samples[at + 1] & 0xFF) - 128;
            int cr = (samples[at + 2] & 0xFF) - 128;
            int red = y + ((fixed(1.40200) * cr + HALF) >> FIX_BITS);
            int green = y + ((-fixed(0.34414) * cb - fixed(0.71414) * cr + HALF) >> FIX_BITS);
            int blue = y + ((fixed(1.77200) * cb + HALF) >> FIX_BITS);
            if (((red | green | blue) & ~0xFF) != 0) {
                red = clamp(red);
                green = clamp(green);
                blue = clamp(blue);
            }
            put(samples, at, red, green, blue);
        }
    }

    private static int fixed(double factor) {
        return (int) (factor * (1 << FIX_BITS) + 0.5);
    }

    private static int clamp(int value) {
        return value < 0 ? 0 : Math.min(value, 255);
    }

    private static int put(byte[] rgb, int at, int red, int green, int blue) {
        rgb[at] = (byte) red;
        rgb[at + 1] = (byte) green;
        rgb[at + 2] = (byte) blue;
        return at + 3;
    }
}
