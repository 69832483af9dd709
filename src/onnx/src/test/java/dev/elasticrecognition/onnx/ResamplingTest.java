package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {

    private static final int[] ROW = {0, 10, 200, 255, 30, 90, 140};

    /** The expected values are Pillow 12.3's. */
    @ParameterizedTest
    @CsvSource({
        "BOX, 5 162 115",
        "BILINEAR, 47 165 95",
        "HAMMING, 30 185 102",
        "BICUBIC, 46 171 93",
        "LANCZOS, 50 171 88",
        "BOX, 0 0 10 200 200 255 30 30 90 140 140",
        "BILINEAR, 0 5 27 148 220 255 112 46 85 117 140",
        "HAMMING, 0 4 12 182 212 255 78 36 89 120 140",
        "BICUBIC, 0 0 21 153 242 255 103 26 84 122 144",
        "LANCZOS, 5 0 22 145 255 255 102 14 78 130 143"
    })
    void everyFilterYieldsPillowsValues(ResizeFilter filter, String expected) {
        int size = expected.split(" ").length;

        assertThat(resizedRow(filter, size, 0, size)).isEqualTo(expected);
    }

    @Test
    void columnsAreResizedLikeRows() {
        Pixels column = new Resampling(ResizeFilter.BICUBIC, 7, 3, 0, 3).alongColumns(picture(1, 7), 0);

        assertThat(reds(column)).isEqualTo("46 171 93");
    }

    @Test
    void aWindowHoldsTheSameValuesAsTheWholeSide() {
        assertThat(resizedRow(ResizeFilter.BICUBIC, 11, 3, 4)).isEqualTo("153 242 255 103");
    }

    private static String resizedRow(ResizeFilter filter, int size, int from, int count) {
        return reds(new Resampling(filter, 7, size, from, count).alongRows(picture(7, 1), 0, 1));
    }

    private static Pixels picture(int width, int height) {
        Pixels picture = Pixels.black(width, height);
        for (int i = 0; i < ROW.length; i++) {
            Arrays.fill(picture.rgb(), 3 * i, 3 * i + 3, (byte) ROW[i]);
        }
        return picture;
    }

    private static String reds(Pixels picture) {
        return IntStream.range(0, picture.width() * picture.height())
                .mapToObj(i -> String.valueOf(picture.rgb()[3 * i] & 0xFF))
                .collect(Collectors.joining(" "));
    }
}
