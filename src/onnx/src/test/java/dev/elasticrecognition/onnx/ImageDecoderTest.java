package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

    private static final int IHDR_END = 33;

    /** Within the data of the chunk that follows the header of the extended format. */
    private static final int WIDTH_OF_GIF = 6;

    private static final int ALPHA_OF_WEBP = 40;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void everyOrientationEndsUpright(int orientation) {
        Pixels upright = Pictures.decoded(Pictures.bytes("rocket-orientation-1.jpg"));
        Pixels turned = Pictures.decoded(Pictures.bytes("rocket-orientation-%d.jpg".formatted(orientation)));

        assertThat(turned.width()).isEqualTo(upright.width());
        assertThat(turned.height()).isEqualTo(upright.height());
        assertThat(meanDifference(turned, upright)).isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rocket-orientation-6.png", "rocket-orientation-8.webp", "rocket-orientation-3.tif"})
    void losslessFormatsKeepEveryPixelThroughTheirOrientation(String file) {
        assertThat(Pictures.decoded(Pictures.bytes(file)).rgb())
                .isEqualTo(Pictures.decoded(Pictures.bytes("rocket.bmp")).rgb());
    }

    @Test
    void grayStaysAsDarkAsItIs() {
        BufferedImage gray = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSample(0, 0, 0, 100);

        assertThat(Pictures.decoded(Pictures.encoded(gray, "png")).rgb()).containsExactly(100, 100, 100, 0, 0, 0);
    }

    @Test
    void ofSixteenBitsTheUpperEightCount() {
        BufferedImage gray = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        gray.getRaster().setSample(0, 0, 0, 0x42FF);

        assertThat(Pictures.decoded(Pictures.encoded(gray, "png")).rgb()).containsExactly(0x42, 0x42, 0x42);
    }

    @Test
    void alphaIsDroppedWithoutTouchingTheColour() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x01_10_20_30);

        assertThat(Pictures.decoded(Pictures.encoded(image, "png")).rgb()).containsExactly(0x10, 0x20, 0x30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rocket.jpg",
                "rocket-progressive.jpg",
                "rocket-cmyk.jpg",
                "rocket-alpha.png",
                "rocket.gif",
                "rocket.bmp",
                "rocket-palette.bmp",
                "rocket-lossy.webp",
                "rocket-orientation-8.webp",
                "rocket-orientation-3.tif"
            })
    void aPictureThatIsCutShortIsRejected(String file) {
        byte[] whole = Pictures.bytes(file);

        assertRejected(Arrays.copyOf(whole, whole.length * 2 / 3), Problem.Kind.UNDECODABLE_IMAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rocket.jpg", "rocket-alpha.png", "rocket.gif", "rocket.bmp", "rocket-lossy.webp"})
    void whatFollowsThePictureDoesNoHarm(String file) {
        byte[] whole = Pictures.bytes(file);

        assertThat(Pictures.decoded(Arrays.copyOf(whole, whole.length + 1000)).rgb())
                .isEqualTo(Pictures.decoded(whole).rgb());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rocket.jpg",
                "rocket-progressive.jpg",
                "rocket-alpha.png",
                "rocket.gif",
                "rocket-palette.bmp",
                "rocket-lossy.webp",
                "rocket-alpha.webp",
                "rocket-orientation-8.webp",
                "rocket-orientation-3.tif"
            })
    void damageOfAnyKindIsRejectedOrDecodedButNothingElse(String file) {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = Pictures.bytes(file);
            for (int j = 0; j <= i % 10; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Pictures.decoded(damaged).rgb()).isNotEmpty();
            } catch (RejectedImage rejected) {
                assertThat(rejected.problem().detail()).isNotBlank();
            }
        }
    }

    @Test
    void aDamagedAlphaChannelIsNoLackOfMemory() {
        byte[] damaged = Pictures.bytes("rocket-alpha.webp");
        Arrays.fill(damaged, ALPHA_OF_WEBP, ALPHA_OF_WEBP + 20, (byte) 0x55);

        assertRejected(damaged, Problem.Kind.UNDECODABLE_IMAGE);
    }

    @Test
    void tooManyPixelsAreRefusedBeforeTheyAreDecoded() {
        byte[] picture = Pictures.bytes("rocket.bmp");
        ImageDecoder decoder = new ImageDecoder(new ImageLimits(1 << 20, 120 * 80 - 1));

        assertThatExceptionOfType(RejectedImage.class)
                .isThrownBy(() -> decoder.examine(picture))
                .matches(rejected -> rejected.problem().kind() == Problem.Kind.TOO_MANY_PIXELS);
    }

    @Test
    void aFrameThatIsLargerThanItsScreenIsDecodedAllTheSame() {
        byte[] picture = Pictures.bytes("rocket.gif");
        byte[] tooSmall = picture.clone();
        Arrays.fill(tooSmall, WIDTH_OF_GIF, WIDTH_OF_GIF + 4, (byte) 0);
        tooSmall[WIDTH_OF_GIF] = 1;
        tooSmall[WIDTH_OF_GIF + 2] = 1;
        List<Pixels> decoded = new ArrayList<>();
        BoundedDecoding decoding = new BoundedDecoding(Pictures.LIMITS, new Allowance(1), 1 << 20);

        decoding.decode(picture, decoded::add);
        decoding.decode(tooSmall, decoded::add);

        assertThat(decoded.get(1).width()).isEqualTo(decoded.get(0).width());
        assertThat(decoded.get(1).rgb()).isEqualTo(decoded.get(0).rgb());
    }

    @Test
    void textThatInflatesToMoreThanAMebibyteIsRefused() throws IOException {
        byte[] bomb = zippedText(new byte[(1 << 20) + 1]);
        byte[] modest = zippedText(new byte[1 << 20]);

        assertRejected(withChunk(Pictures.bytes("rocket-alpha.png"), bomb), Problem.Kind.UNDECODABLE_IMAGE);
        assertThat(Pictures.decoded(withChunk(Pictures.bytes("rocket-alpha.png"), modest))
                        .width())
                .isEqualTo(120);
    }

    @Test
    void aStripOfOnePixelIsDecoded() {
        BufferedImage strip = new BufferedImage(1, 1000, BufferedImage.TYPE_3BYTE_BGR);

        assertThat(Pictures.decoded(Pictures.encoded(strip, "jpg")).height()).isEqualTo(1000);
    }

    private static void assertRejected(byte[] image, Problem.Kind kind) {
        assertThatExceptionOfType(RejectedImage.class)
                .isThrownBy(() -> Pictures.decoded(image))
                .matches(rejected -> rejected.problem().kind() == kind);
    }

    private static byte[] zippedText(byte[] text) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write("zTXtComment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(content)) {
            deflated.write(text);
        }
        return content.toByteArray();
    }

    private static byte[] withChunk(byte[] png, byte[] typeAndContent) {
        CRC32 checksum = new CRC32();
        checksum.update(typeAndContent);
        return ByteBuffer.allocate(png.length + typeAndContent.length + 8)
                .put(png, 0, IHDR_END)
                .putInt(typeAndContent.length - 4)
                .put(typeAndContent)
                .putInt((int) checksum.getValue())
                .put(png, IHDR_END, png.length - IHDR_END)
                .array();
    }

    private static double meanDifference(Pixels one, Pixels other) {
        long sum = 0;
        for (int i = 0; i < one.rgb().length; i++) {
            sum += Math.abs((one.rgb()[i] & 0xFF) - (other.rgb()[i] & 0xFF));
        }
        return (double) sum / one.rgb().length;
    }
}
