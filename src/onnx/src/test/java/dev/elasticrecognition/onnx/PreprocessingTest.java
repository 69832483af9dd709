package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.onnx.ModelDescriptor.Channels;
import dev.elasticrecognition.onnx.ModelDescriptor.Layout;
import dev.elasticrecognition.onnx.ModelDescriptor.Output;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreprocessingTest {

    @Test
    void eachColourIsAPlaneInNchw() {
        assertThat(values(Layout.NCHW, Channels.RGB, picture(8, 8)))
                .containsExactly(5, 5, 5, 5, 5, 5, 5, 5, 9, 9, 9, 9);
    }

    @Test
    void eachPixelIsATripleInNhwc() {
        assertThat(values(Layout.NHWC, Channels.RGB, picture(8, 8)))
                .containsExactly(5, 5, 9, 5, 5, 9, 5, 5, 9, 5, 5, 9);
    }

    @Test
    void meansAndDeviationsFollowTheOrderOfTheChannels() {
        // Blue, green, red: (30 - 5) / 1, (20 - 10) / 2, (10 - 12) / 2.
        assertThat(values(Layout.NHWC, Channels.BGR, picture(8, 8))).startsWith(25, 5, -1);
    }

    @Test
    void aStripCostsNoMoreThanASquare() {
        assertThat(values(Layout.NCHW, Channels.RGB, picture(1, 30_000))).hasSize(12);
        assertThat(values(Layout.NCHW, Channels.RGB, picture(10_000_000, 1))).containsOnly(5, 9);
    }

    @Test
    void theBufferIsDirectSoThatTheNetworkReadsItInPlace() {
        assertThat(new Preprocessing(model(Layout.NCHW, Channels.RGB)).buffer().isDirect())
                .isTrue();
    }

    @Test
    void aBufferCanBeUsedAgain() {
        Preprocessing preprocessing = new Preprocessing(model(Layout.NCHW, Channels.RGB));
        FloatBuffer input = preprocessing.buffer();

        preprocessing.fill(input, Pixels.black(5, 5));
        preprocessing.fill(input, picture(8, 8));

        assertThat(values(input)).containsExactly(5, 5, 5, 5, 5, 5, 5, 5, 9, 9, 9, 9);
    }

    private static float[] values(Layout layout, Channels channels, Pixels picture) {
        Preprocessing preprocessing = new Preprocessing(model(layout, channels));
        FloatBuffer input = preprocessing.buffer();
        preprocessing.fill(input, picture);
        return values(input);
    }

    private static float[] values(FloatBuffer input) {
        float[] values = new float[input.remaining()];
        input.get(values);
        return values;
    }

    private static ModelDescriptor model(Layout layout, Channels channels) {
        return new ModelDescriptor(
                "test-1",
                "in",
                layout,
                channels,
                2,
                2,
                4,
                ResizeFilter.BICUBIC,
                List.of(5f, 10f, 12f),
                List.of(1f, 2f, 2f),
                "out",
                Output.LOGITS);
    }

    /** All of one colour: 10, 20, 30. */
    private static Pixels picture(int width, int height) {
        Pixels picture = Pixels.black(width, height);
        for (int i = 0; i < picture.rgb().length; i++) {
            picture.rgb()[i] = (byte) (10 * (i % 3 + 1));
        }
        return picture;
    }
}
