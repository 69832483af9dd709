package dev.elasticrecognition.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Makes a model's input of a picture: its short side is resized, the centre is cut out, and every value becomes
 * {@code (value − mean) / std} of its channel. The same as torchvision's {@code Resize}, {@code CenterCrop} and
 * {@code Normalize} do with a Pillow image; but only what the cut shows is resized, so that a strip of 1000 x 1 pixels
 * costs no more than a square.
 *
 * <p>Safe for use by several threads.
 */
final class Preprocessing {

    private final ModelDescriptor model;

    Preprocessing(ModelDescriptor model) {
        this.model = model;
    }

    /**
     * @return the input of a batch of one: 3 x height x width or height x width x 3 values in a direct buffer, as the
     *     model's layout says, ready to be read
     */
    FloatBuffer input(Pixels picture) {
        return normalised(cut(picture));
    }

    private Pixels cut(Pixels picture) {
        int shortSide = Math.min(picture.width(), picture.height());
        Resampling columns = window(picture.width(), shortSide, model.width());
        Resampling rows = window(picture.height(), shortSide, model.height());
        Pixels narrowed = columns.alongRows(picture, rows.first(), rows.extent());
        return rows.alongColumns(narrowed, rows.first());
    }

    private Resampling window(int side, int shortSide, int wanted) {
        long resized = (long) side * model.shortSide() / shortSide;
        // Halves go to the even neighbour, as Python rounds.
        long from = (long) Math.rint((resized - wanted) / 2.0);
        return new Resampling(model.filter(), side, resized, from, wanted);
    }

    private FloatBuffer normalised(Pixels cut) {
        int pixels = cut.width() * cut.height();
        boolean planes = model.layout() == ModelDescriptor.Layout.NCHW;
        float[] values = new float[3 * pixels];
        for (int channel = 0; channel < 3; channel++) {
            int colour = model.channels() == ModelDescriptor.Channels.RGB ? channel : 2 - channel;
            float mean = model.mean().get(channel);
            float std = model.std().get(channel);
            int to = planes ? channel * pixels : channel;
            int step = planes ? 1 : 3;
            for (int from = colour; from < cut.rgb().length; from += 3) {
                values[to] = ((cut.rgb()[from] & 0xFF) - mean) / std;
                to += step;
            }
        }
        return ByteBuffer.allocateDirect(Float.BYTES * values.length)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(values)
                .flip();
    }
}
