package dev.elasticrecognition.onnx;

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

    /** How many source pixels from the first the window needs. */
    int extent() {
        int last = starts.length - 1;
        return starts[last] + weights[last].length - starts[0];
    }

    /** Resizes the rows of the given range, and drops the others. */
    Pixels alongRows(Pixels picture, int firstRow, int rows) {
        Pixels resized = Pixels.black(starts.length, rows);
        for (int y = 0; y < rows; y++) {
            int row = (firstRow + y) * picture.width();
            for (int x = 0; x < starts.length; x++) {
                sum(picture.rgb(), 3 * (row + starts[x]), 3, weights[x], resized.rgb(), 3 * (y * starts.length + x));
            }
        }
        return resized;
    }

    /**
     * Resizes the columns.
     *
     * @param firstRow which row of the source the picture begins with
     */
    Pixels alongColumns(Pixels picture, int firstRow) {
        int width = picture.width();
        Pixels resized = Pixels.black(width, starts.length);
        for (int y = 0; y < starts.length; y++) {
            int row = (starts[y] - firstRow) * width;
            for (int x = 0; x < width; x++) {
                sum(picture.rgb(), 3 * (row + x), 3 * width, weights[y], resized.rgb(), 3 * (y * width + x));
            }
        }
        return resized;
    }

    private static void sum(byte[] from, int at, int step, int[] weights, byte[] to, int place) {
        int red = HALF;
        int green = HALF;
        int blue = HALF;
        int source = at;
        for (int weight : weights) {
            red += (from[source] & 0xFF) * weight;
            green += (from[source + 1] & 0xFF) * weight;
            blue += (from[source + 2] & 0xFF) * weight;
            source += step;
        }
        to[place] = clipped(red);
        to[place + 1] = clipped(green);
        to[place + 2] = clipped(blue);
    }

    private static byte clipped(int sum) {
        int value = sum >> PRECISION_BITS;
        return (byte) (value < 0 ? 0 : Math.min(value, 255));
    }
}
