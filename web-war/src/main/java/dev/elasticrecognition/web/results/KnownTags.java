package dev.elasticrecognition.web.results;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;

/**
 * What the caller has already: the header {@code If-None-Match} (RFC 9110, section 13.1.2).
 *
 * @param header its value; empty if there is none
 */
public record KnownTags(String header) {

    private static final Pattern TAG = Pattern.compile("\"([^\"]*)\"");

    /** Reads the header; what is no entity tag in it matches nothing. */
    public static KnownTags fromString(String header) {
        return new KnownTags(header);
    }

    /** Whether the caller has this version. Weak and strong tags are compared alike, as is right for this header. */
    boolean contain(EntityTag tag) {
        return header.strip().equals("*")
                || TAG.matcher(header)
                        .results()
                        .anyMatch(known -> known.group(1).equals(tag.getValue()));
    }
}
