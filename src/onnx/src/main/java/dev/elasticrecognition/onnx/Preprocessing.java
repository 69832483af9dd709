package dev.elasticrecognition.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * Makes a model's input of a picture: its short side is resized, the centre is cut out, and every value becomes
 * {@code (value − mean) / std} of its channel. The same as torchvision's {@code Resize}, {@code CenterCrop} and
 * {@code Normalize} do with a Pillow image; but only what the cut shows is resized, so that a strip of 1000 x 1 pixels
 * costs no more than a square.
 *
 * <p>Safe for use by several threads.
 */
final class Preprocessing {

    private static final int LEVELS = 256;

    private final ModelDescriptor model;
    private final float[][] normalised;

    Preprocessing(ModelDescriptor model) {
        this.model = model;
        this.normalised = IntStream.range(0, 3).mapToObj(this::normalised).toArray(float[][]::new);
    }

    /** A buffer for the input of one picture, to be used again and again: direct, so that the network reads it in place. */
    FloatBuffer buffer() {
        return buffer(3 * model.height() * model.width());
    }

    static FloatBuffer buffer(int values) {
        return ByteBuffer.allocateDirect(Float.BYTES * values)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /**
     * Fills a buffer with the input of a batch of one: 3 x height x width or height x width x 3 values, as the model's
     * layout says.
     *
     * @param input as {@link #buffer()} makes it; left ready to be read from its start
     */
    void fill(FloatBuffer input, Pixels picture) {
        int shortSide = Math.min(picture.width(), picture.height());
        Resampling columns = window(picture.width(), shortSide, model.width());
        Resampling rows = window(picture.height(), shortSide, model.height());
        long[] room = columns.room();
        // One more than a new row needs, because rows are narrowed in twos.
        int[][] narrowed = new int[rows.reach() + 1][3 * model.width()];
        int[] resized = new int[3 * model.width()];
        float[] line = new float[resized.length];
        int next = rows.first();
        for (int y = 0; y < model.height(); y++) {
            while (next < rows.end(y)) {
                columns.alongRows(picture, next, room, at(narrowed, next), at(narrowed, next + 1));
                next += 2;
            }
            rows.alongColumns(narrowed, y, resized);
            normalise(resized, line);
            put(line, y, input);
        }
        input.rewind();
    }

    private static int[] at(int[][] rows, int row) {
        return rows[row % rows.length];
    }

    private Resampling window(int side, int shortSide, int wanted) {
        long resized = (long) side * model.shortSide() / shortSide;
        // Halves go to the even neighbour, as Python rounds.
        long from = (long) Math.rint((resized - wanted) / 2.0);
        return new Resampling(model.filter(), side, resized, from, wanted);
    }

    private float[] normalised(int channel) {
        float[] table = new float[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            table[level] = (level - model.mean().get(channel)) / model.std().get(channel);
        }
        return table;
    }

    private void normalise(int[] resized, float[] line) {
        int width = model.width();
        boolean planes = model.layout() == ModelDescriptor.Layout.NCHW;
        int step = planes ? 1 : 3;
        for (int channel = 0; channel < 3; channel++) {
            int colour = model.channels() == ModelDescriptor.Channels.RGB ? channel : 2 - channel;
            float[] table = normalised[channel];
            int to = planes ? channel * width : channel;
            for (int x = 0; x < width; x++) {
                line[to] = table[resized[colour * width + x]];
                to += step;
            }
        }
    }

    private void put(float[] line, int y, FloatBuffer input) {
        int width = model.width();
        if (model.layout() == ModelDescriptor.Layout.NHWC) {
            input.put(y * line.length, line);
            return;
        }
        for (int channel = 0; channel < 3; channel++) {
            input.put((channel * model.height() + y) * width, line, channel * width, width);
        }
    }
}
