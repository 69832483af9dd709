package dev.elasticrecognition.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out how a picture was held when it was taken, from its EXIF data or, if those don't tell, its XMP data. */
final class Orientation {

    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final Pattern XMP = Pattern.compile("tiff:Orientation(?:=[\"']|>)([1-8])");

    private Orientation() {}

    /**
     * The orientation in a TIFF structure, which is what EXIF data are (EXIF 2.32, section 4.6.4): 1 to 8. Empty if it has
     * none, or is damaged: nobody's picture is refused for the sake of its camera's notes.
     */
    static OptionalInt inExif(ByteBuffer tiff) {
        try {
            ByteBuffer data = tiff.slice();
            data.order(data.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            int directory = data.getInt(4);
            int entries = data.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (data.getShort(entry) == TAG) {
                    return valid(data.getShort(entry + 2) == 4 ? data.getInt(entry + 8) : data.getShort(entry + 8));
                }
            }
        } catch (IndexOutOfBoundsException cutShort) {
            return OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    /** The orientation in XMP data (ISO 16684-1), or empty. */
    static OptionalInt inXmp(ByteBuffer xmp) {
        Matcher matcher = XMP.matcher(StandardCharsets.ISO_8859_1.decode(xmp.slice()));
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private static OptionalInt valid(int value) {
        return value >= 1 && value <= 8 ? OptionalInt.of(value) : OptionalInt.empty();
    }
}
