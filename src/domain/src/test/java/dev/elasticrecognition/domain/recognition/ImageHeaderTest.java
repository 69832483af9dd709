package dev.elasticrecognition.domain.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHeaderTest {

    private static final String JPEG = "FFD8 FFE0 0004 0000 FFC0 0011 08 0140 01F4 03 012200 021101 031101";
    private static final String PNG = "89504E470D0A1A0A 0000000D 49484452 000001F4 00000140 0802000000";
    private static final String GIF = "474946383961 F401 4001 00 00 00";
    private static final String BMP = "424D 00000000 00000000 36000000 28000000 F4010000 40010000 0100 1800";
    private static final String WEBP_LOSSY = "52494646 00000000 57454250 56503820 00000000 300100 9D012A F401 4001";
    private static final String TIFF = "49492A00 08000000 0200 0001 0300 01000000 F4010000 0101 0400 01000000 40010000";

    @ParameterizedTest
    @CsvSource({
        "JPEG, " + JPEG,
        "PNG, " + PNG,
        "GIF, " + GIF,
        "BMP, " + BMP,
        "WEBP, " + WEBP_LOSSY,
        // Lossless: 14 bits of width - 1, then 14 bits of height - 1.
        "WEBP, 52494646 00000000 57454250 5650384C 00000000 2F F3C14F00",
        // Extended: 24 bits each of width - 1 and height - 1.
        "WEBP, 52494646 00000000 57454250 56503858 0A000000 00000000 F30100 3F0100",
        "TIFF, " + TIFF,
        "TIFF, 4D4D002A 00000008 0002 0100 0003 00000001 01F40000 0101 0004 00000001 00000140"
    })
    void typeAndSizeAreToldByTheFirstBytes(ImageType type, String hex) {
        assertThat(ImageHeader.read(ImageContent.of(bytes(hex)))).isEqualTo(new ImageHeader(type, 500, 320));
    }

    @ParameterizedTest
    @CsvSource({
        "a bitmap whose rows run from the top, "
                + "424D 00000000 00000000 36000000 28000000 F4010000 C0FEFFFF 0100 1800",
        "a bitmap of OS/2, 424D 00000000 00000000 1A000000 0C000000 F401 4001 0100 1800",
        "a JPEG with fill bytes before a marker, FFD8 FFFFFFC0 0011 08 0140 01F4 03",
        "a JPEG with junk between its segments, FFD8 FFE0 0002 123456FF00 FFC2 0011 08 0140 01F4 03",
        "a JPEG with a marker that stands alone, FFD8 FF01 FFC1 0011 08 0140 01F4 03"
    })
    void oddButValidHeadersAreRead(String what, String hex) {
        ImageHeader header = ImageHeader.read(ImageContent.of(bytes(hex)));

        assertThat(header.width()).as(what).isEqualTo(500);
        assertThat(header.height()).as(what).isEqualTo(320);
    }

    @Test
    void anEmptyFileIsRejectedAsEmpty() {
        assertRejected(Problem.Kind.EMPTY_IMAGE, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3C73766720786D6C6E733D22", // <svg xmlns="
                "25215053", // PostScript
                "D0CF11E0A1B11AE1", // an OLE document
                "00000100 0100 1010", // an icon
                "38425053 0001", // Photoshop
                "00000020 66747970 61766966", // AVIF
                "52494646 00000000 57415645", // RIFF, but sound
                "FFD8",
                "89504E470A1A0A"
            })
    void whatIsNoPictureOfAnAcceptedTypeIsRejectedAsUnsupported(String hex) {
        assertRejected(Problem.Kind.UNSUPPORTED_TYPE, hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FFD8 FFC0 0011 08 0000 01F4 03",
                "FFD8 FFE0 0004 0000 FFDA 0008",
                "FFD8 FFE0 0004",
                "89504E470D0A1A0A 0000000D 49484452 00000000 00000140",
                "89504E470D0A1A0A 0000000D 49484452 80000000 00000140",
                "89504E470D0A1A0A 00000004 67414D41 00000000",
                "474946383961 0000 4001",
                "424D 00000000 00000000 36000000 42000000 00000000",
                "424D 00000000 00000000 36000000 FFFFFFFF F4010000 40010000",
                "424D 00000000 00000000 36000000 28000000 F4010000 00000080",
                "52494646 00000000 57454250 58585858 00000000",
                "49492A00 F0FFFFFF",
                "49492A00 08000000 0000"
            })
    void aHeaderThatMakesNoSenseIsRejectedAsUndecodable(String hex) {
        assertRejected(Problem.Kind.UNDECODABLE_IMAGE, hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEG, PNG, GIF, BMP, WEBP_LOSSY, TIFF})
    void aHeaderThatIsCutShortIsRejectedWhereverItEnds(String hex) {
        byte[] whole = bytes(hex);
        for (int length = 0; length < whole.length; length++) {
            assertReadOrRejected(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEG, PNG, GIF, BMP, WEBP_LOSSY, TIFF})
    void damageNeverThrowsAnythingButARejection(String hex) {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(bytes(hex), 200);
            for (int j = 0; j <= i % 5; j++) {
                damaged[random.nextInt(60)] = (byte) random.nextInt();
            }
            assertReadOrRejected(damaged);
        }
    }

    private static void assertReadOrRejected(byte[] image) {
        try {
            ImageHeader header = ImageHeader.read(ImageContent.of(image));
            assertThat(header.width()).isPositive();
            assertThat(header.height()).isPositive();
        } catch (RejectedImage rejected) {
            assertThat(rejected.problem().detail()).isNotBlank();
        }
    }

    private static void assertRejected(Problem.Kind kind, String hex) {
        assertThatExceptionOfType(RejectedImage.class)
                .isThrownBy(() -> ImageHeader.read(ImageContent.of(bytes(hex))))
                .matches(rejected -> rejected.problem().kind() == kind);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
