package dev.elasticrecognition.domain.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What a browser shows to be let in again: 256 random bits. Only its fingerprint is kept.
 *
 * @param value 43 letters, digits, {@code -} and {@code _}
 */
public record SessionToken(String value) {

    private static final int BYTES = 32;
    private static final String VALUE = "[A-Za-z0-9_-]{43}";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if the value is none */
    public SessionToken {
        if (!value.matches(VALUE)) {
            throw new IllegalArgumentException("A session's token matches " + VALUE);
        }
    }

    /** One that nobody knows. */
    static SessionToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token that somebody sent; empty if it can't be one. */
    public static Optional<SessionToken> parse(String text) {
        return Optional.of(text).filter(value -> value.matches(VALUE)).map(SessionToken::new);
    }

    /** What its session is kept under; the token can't be told from it. */
    String name() {
        return Fingerprint.of(value);
    }

    /** Without the secret, wherever it may be printed. */
    @Override
    public String toString() {
        return "session " + name();
    }
}
