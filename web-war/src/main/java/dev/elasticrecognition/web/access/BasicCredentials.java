package dev.elasticrecognition.web.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A name and a password as the header {@code Authorization} of HTTP Basic carries them (RFC 7617), in UTF-8. */
record BasicCredentials(String name, String password) {

    private static final String SCHEME = "Basic ";

    /** Those of a header; empty if there is none, or it is of another scheme or can't be read. */
    static Optional<BasicCredentials> in(String header) {
        return Optional.ofNullable(header)
                .filter(given -> given.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(basic -> decoded(basic.substring(SCHEME.length()).strip()))
                .filter(pair -> pair.contains(":"))
                .map(BasicCredentials::parse);
    }

    private static BasicCredentials parse(String pair) {
        int colon = pair.indexOf(':');
        return new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1));
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Without the password, wherever it may be printed. */
    @Override
    public String toString() {
        return name;
    }
}
