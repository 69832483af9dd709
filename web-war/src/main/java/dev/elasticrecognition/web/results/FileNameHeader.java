package dev.elasticrecognition.web.results;

import java.nio.charset.StandardCharsets;

/** Names a file in the header {@code Content-Disposition} (RFC 6266), in any script (RFC 8187). */
final class FileNameHeader {

    private static final String KEPT = "!#$&+-.^_`|~";

    private FileNameHeader() {}

    /** The value for a file that a browser may show. */
    static String inline(String fileName) {
        return "inline; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(fileName), encoded(fileName));
    }

    /** For clients that know nothing else; what could be misread is replaced. */
    private static String ascii(String fileName) {
        return fileName.replaceAll("[^ -~]|[\"\\\\%]", "_");
    }

    private static String encoded(String fileName) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : fileName.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(isKept((char) octet) ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }

    private static boolean isKept(char octet) {
        return octet < 128 && (Character.isLetterOrDigit(octet) || KEPT.indexOf(octet) >= 0);
    }
}
