package dev.elasticrecognition.web.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token as the header {@code Authorization} carries it (RFC 6750). */
final class BearerCredentials {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*) *");

    private BearerCredentials() {}

    /** The token of a header; empty if there is none, or it is of another scheme or can't be read. */
    static Optional<String> in(String header) {
        return Optional.ofNullable(header)
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(bearer -> bearer.group(1));
    }
}
