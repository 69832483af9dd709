package dev.elasticrecognition.onnx;

import java.util.Arrays;

/**
 * How one side of a picture is resized with antialiasing: for each new pixel, where its source pixels begin and how much each
 * weighs. New pixel <i>i</i> has its centre at (<i>i</i> + ½) × scale of the source, and when the picture shrinks, the filter is
 * stretched by the scale. Weights are fixed-point numbers and each pass rounds to 8 bits, exactly as Pillow does
 * ({@code precompute_coeffs} and {@code ImagingResampleHorizontal_8bpc} in its Resample.c), so that the results are equal
 * to the bit.
 *
 * <p>Only the new pixels of a window are computed, however long the whole new side were.
 */
final class Resampling {

    private static final int PRECISION_BITS = 32 - 8 - 2;
    private static final int HALF = 1 << (PRECISION_BITS - 1);
    private static final long HALVES = HALF | (long) HALF << Integer.SIZE;

    private final int[] starts;
    private final int[][] weights;

    /**
     * @param source the side's pixels
     * @param resized the pixels that the whole new side would have
     * @param from the window's first new pixel
     * @param count the window's pixels
     */
    Resampling(ResizeFilter filter, int source, long resized, long from, int count) {
        starts = new int[count];
        weights = new int[count][];
        double scale = (double) source / resized;
        double stretch = Math.max(1, scale);
        double support = filter.support() * stretch;
        for (int i = 0; i < count; i++) {
            double centre = (from + i + 0.5) * scale;
            int start = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(source, (int) (centre + support + 0.5));
            starts[i] = start;
            weights[i] = fixedPoint(weights(filter, start - centre + 0.5, end - start, stretch));
        }
    }

    private static double[] weights(ResizeFilter filter, double first, int count, double stretch) {
        double[] weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = filter.weight((first + i) * (1 / stretch));
            sum += weights[i];
        }
        for (int i = 0; i < count && sum != 0; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static int[] fixedPoint(double[] weights) {
        int[] fixed = new int[weights.length];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = (int) (weights[i] * (1 << PRECISION_BITS) + (weights[i] < 0 ? -0.5 : 0.5));
        }
        return fixed;
    }

    /** The first source pixel that the window needs. */
    int first() {
        return starts[0];
    }

    /** One more than the last source pixel that a new pixel of the window needs. */
    int end(int place) {
        return starts[place] + weights[place].length;
    }

    /** How many source pixels make up a new one, at most. */
    int reach() {
        return Arrays.stream(weights).mapToInt(some -> some.length).max().orElseThrow();
    }

    /** Room for {@link #alongRows} to work in, to be used again and again. */
    long[] room() {
        return new long[3 * (end(starts.length - 1) - first())];
    }

    /**
     * Resizes two rows of a picture at once, which takes less time than one after the other: a sample of the upper row and
     * the one below it share a number of 64 bits, so that one multiplication does for both.
     *
     * @param row the upper one; if it is the picture's last, it is its own lower one
     * @param room of this resampling; overwritten
     * @param upper is filled with the new pixels' reds, then their greens, then their blues, 0 to 255
     * @param lower likewise
     */
    void alongRows(Pixels picture, int row, long[] room, int[] upper, int[] lower) {
        pack(picture, row, room);
        int count = starts.length;
        for (int x = 0; x < count; x++) {
            long red = HALVES;
            long green = HALVES;
            long blue = HALVES;
            int source = 3 * (starts[x] - starts[0]);
            for (int weight : weights[x]) {
                red += room[source] * weight;
                green += room[source + 1] * weight;
                blue += room[source + 2] * weight;
                source += 3;
            }
            unpack(red, x, upper, lower);
            unpack(green, x + count, upper, lower);
            unpack(blue, x + 2 * count, upper, lower);
        }
    }

    private void pack(Pixels picture, int row, long[] room) {
        byte[] rgb = picture.rgb();
        int upper = 3 * (row * picture.width() + first());
        int lower = 3 * (Math.min(row + 1, picture.height() - 1) * picture.width() + first());
        for (int i = 0; i < room.length; i++) {
            room[i] = (rgb[upper + i] & 0xFFL) | (rgb[lower + i] & 0xFFL) << Integer.SIZE;
        }
    }

    /** A negative sum in the lower half has borrowed from the upper one, which gets it back. */
    private static void unpack(long sums, int place, int[] upper, int[] lower) {
        int first = (int) sums;
        upper[place] = clipped(first);
        lower[place] = clipped((int) ((sums - first) >> Integer.SIZE));
    }

    /**
     * Makes one new row of rows. The loops are over whole rows of {@code int}s, because these are what the compiler turns
     * into vector instructions.
     *
     * @param rows row <i>n</i> of the source is at <i>n</i> modulo their number, which is the {@link #reach} at least
     * @param place of the new row in the window
     * @param resized is filled with values of 0 to 255
     */
    void alongColumns(int[][] rows, int place, int[] resized) {
        Arrays.fill(resized, HALF);
        for (int k = 0; k < weights[place].length; k++) {
            add(rows[(starts[place] + k) % rows.length], weights[place][k], resized);
        }
        for (int i = 0; i < resized.length; i++) {
            resized[i] = clipped(resized[i]);
        }
    }

    private static void add(int[] row, int weight, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row[i] * weight;
        }
    }

    private static int clipped(int sum) {
        return Math.max(0, Math.min(sum >> PRECISION_BITS, 255));
    }
}
