package dev.elasticrecognition.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Any text as the value of a piece of S3 metadata, which is an HTTP header: what isn't printable ASCII is written as an
 * encoded word (RFC 2047), which is also how S3 itself gives such values back.
 */
final class MetadataText {

    private static final String PREFIX = "=?UTF-8?B?";
    private static final String SUFFIX = "?=";

    private MetadataText() {}

    static String encode(String text) {
        return isPlain(text)
                ? text
                : PREFIX + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + SUFFIX;
    }

    static String decode(String value) {
        return value.startsWith(PREFIX) && value.endsWith(SUFFIX)
                ? new String(
                        Base64.getDecoder().decode(value.substring(PREFIX.length(), value.length() - SUFFIX.length())),
                        StandardCharsets.UTF_8)
                : value;
    }

    /** Header values lose blanks at their ends, so a text with such blanks isn't plain. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~') && text.equals(text.strip()) && !text.contains("=?");
    }
}
