package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import java.util.Base64;
import java.util.regex.Pattern;

/** A file as a URL with the scheme {@code data} (RFC 2397), in Base64; the type that it states isn't believed. */
final class DataUrl {

    private static final Pattern HEAD = Pattern.compile("data:[^,]{0,200};base64", Pattern.CASE_INSENSITIVE);

    private DataUrl() {}

    /**
     * The file.
     *
     * @throws ProblemException if it's no such URL
     */
    static byte[] content(String url) {
        int comma = url.substring(0, Math.min(url.length(), 250)).indexOf(',');
        if (comma < 0 || !HEAD.matcher(url.substring(0, comma)).matches()) {
            throw unreadable("");
        }
        try {
            return Base64.getDecoder().decode(url.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            throw unreadable(" (" + e.getMessage() + ")");
        }
    }

    private static ProblemException unreadable(String why) {
        return new ProblemException(
                ProblemType.UNREADABLE_DOCUMENT,
                "The member 'image' takes a URL like 'data:image/jpeg;base64,…'%s.".formatted(why));
    }
}
