package dev.elasticrecognition.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** By what the service knows who calls. It goes to the service alone: redirects are not followed. */
public final class Credentials {

    private static final Credentials NONE = new Credentials(null);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final String authorization;

    private Credentials(String authorization) {
        this.authorization = authorization;
    }

    /** Anybody. */
    public static Credentials none() {
        return NONE;
    }

    /**
     * Whoever the token names.
     *
     * @throws IllegalArgumentException if it has characters that no token has
     */
    public static Credentials bearer(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "the token has characters that a bearer token can't have, or none at all");
        }
        return new Credentials("Bearer " + token);
    }

    /** An operator, by name and password. */
    public static Credentials operator(String name, String password) {
        Objects.requireNonNull(password, "password");
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credentials("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** The header {@code Authorization}. */
    public Optional<String> authorization() {
        return Optional.ofNullable(authorization);
    }
}
