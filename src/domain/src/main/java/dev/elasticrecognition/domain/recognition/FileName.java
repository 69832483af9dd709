package dev.elasticrecognition.domain.recognition;

/**
 * Makes a file name that a client sent fit to be kept and shown. It never becomes a key or a path; it's a caption.
 *
 * <p>Folders in front of the name go, as some browsers send them; so do control characters, unpaired surrogates and
 * what no XML document may hold. What is longer than {@value #MAX_LENGTH} characters is cut.
 */
public final class FileName {

    static final int MAX_LENGTH = 255;
    private static final String NAMELESS = "image";

    private FileName() {}

    /** @param name as a client gave it, or null */
    public static String cleaned(String name) {
        if (name == null) {
            return NAMELESS;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints().filter(FileName::isShown).limit(MAX_LENGTH).forEach(kept::appendCodePoint);
        String cut = kept.length() <= MAX_LENGTH ? kept.toString() : kept.substring(0, endOfCharacter(kept));
        return cut.isBlank() ? NAMELESS : cut.strip();
    }

    private static int endOfCharacter(CharSequence text) {
        return Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    }

    private static boolean isShown(int codePoint) {
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE
                && Character.getType(codePoint) != Character.FORMAT
                && (codePoint & 0xFFFE) != 0xFFFE;
    }
}
