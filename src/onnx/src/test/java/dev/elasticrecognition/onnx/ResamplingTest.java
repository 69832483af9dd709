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
        Resampling resampling = new Resampling(ResizeFilter.BICUBIC, 7, 3, 0, 3);
        int[][] rows = IntStream.of(ROW).mapToObj(value -> new int[] {value, 0}).toArray(int[][]::new);
        int[] resized = new int[2];

        assertThat(IntStream.range(0, 3).mapToObj(place -> {
                    resampling.alongColumns(rows, place, resized);
                    return resized[0] + "/" + resized[1];
                }))
                .containsExactly("46/0", "171/0", "93/0");
    }

    @Test
    void rowsThatNoNewRowNeedsAnyMoreGiveTheirPlacesToLaterOnes() {
        Resampling resampling = new Resampling(ResizeFilter.BOX, 7, 7, 0, 7);
        int[] resized = new int[1];
        int[][] rows = new int[resampling.reach()][1];

        assertThat(IntStream.range(0, 7).map(place -> {
                    rows[place % rows.length][0] = ROW[place];
                    resampling.alongColumns(rows, place, resized);
                    return resized[0];
                }))
                .containsExactly(0, 10, 200, 255, 30, 90, 140);
    }

    @Test
    void aWindowHoldsTheSameValuesAsTheWholeSide() {
        assertThat(resizedRow(ResizeFilter.BICUBIC, 11, 3, 4)).isEqualTo("153 242 255 103");
    }

    @Test
    void twoRowsAtOnceDontMix() {
        Resampling resampling = new Resampling(ResizeFilter.LANCZOS, 7, 11, 0, 11);
        Pixels picture = picture(7, 2);
        Arrays.fill(picture.rgb(), 3 * 7, 2 * 3 * 7, (byte) 255);
        int[] upper = new int[3 * 11];
        int[] lower = new int[3 * 11];

        resampling.alongRows(picture, 0, resampling.room(), upper, lower);

        assertThat(reds(upper)).isEqualTo("5 0 22 145 255 255 102 14 78 130 143");
        assertThat(lower).containsOnly(255);
    }

    /** The fourth new pixel weighs its source by -9, 111, 29 and -3 of 128: the lower row's is 1.5 and just rounded up. */
    @Test
    void aNegativeSumTakesNothingFromTheRowItIsPackedWith() {
        Resampling resampling = new Resampling(ResizeFilter.BICUBIC, 4, 8, 0, 8);
        Pixels picture = Pixels.black(4, 2);
        int[] reds = {255, 0, 0, 255, 19, 3, 3, 19};
        for (int i = 0; i < reds.length; i++) {
            picture.rgb()[3 * i] = (byte) reds[i];
        }
        int[] upper = new int[24];
        int[] lower = new int[24];

        resampling.alongRows(picture, 0, resampling.room(), upper, lower);

        assertThat(upper[3]).isZero();
        assertThat(lower[3]).isEqualTo(2);
    }

    @Test
    void theLastRowIsItsOwnLowerOne() {
        Resampling resampling = new Resampling(ResizeFilter.BICUBIC, 7, 3, 0, 3);
        int[] upper = new int[9];
        int[] lower = new int[9];

        resampling.alongRows(picture(7, 3), 2, resampling.room(), upper, lower);

        assertThat(reds(upper)).isEqualTo("46 171 93");
        assertThat(lower).isEqualTo(upper);
    }

    private static String resizedRow(ResizeFilter filter, int size, int from, int count) {
        Resampling resampling = new Resampling(filter, 7, size, from, count);
        int[] upper = new int[3 * count];
        resampling.alongRows(picture(7, 3), 1, resampling.room(), upper, new int[3 * count]);
        assertThat(Arrays.stream(upper, count, 3 * count)).containsOnly(0);
        return reds(upper);
    }

    private static String reds(int[] resized) {
        return Arrays.stream(resized, 0, resized.length / 3)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** Only red, and in every row the same. */
    private static Pixels picture(int width, int height) {
        Pixels picture = Pixels.black(width, height);
        for (int i = 0; i < width * height; i++) {
            picture.rgb()[3 * i] = (byte) ROW[i % width];
        }
        return picture;
    }
}
