package dev.elasticrecognition.web.access;

import java.util.Optional;
import java.util.Set;

/**
 * Whose JSON Web Tokens are accepted: the keys of MicroProfile JWT.
 *
 * @param publicKey PEM, or a JSON Web Key or a set of them
 * @param location where the same is: a file, or the https address of a set
 * @param issuer who must have issued a token
 * @param audiences for one of whom it must be meant
 */
record JwtSettings(
        Optional<String> publicKey, Optional<String> location, Optional<String> issuer, Set<String> audiences) {

    static final String PUBLIC_KEY = "mp.jwt.verify.publickey";
    static final String LOCATION = "mp.jwt.verify.publickey.location";
    static final String ISSUER = "mp.jwt.verify.issuer";
    static final String AUDIENCES = "mp.jwt.verify.audiences";

    /** @throws IllegalArgumentException if something is set, but not all that is needed */
    JwtSettings {
        if (publicKey.isPresent() && location.isPresent()) {
            throw new IllegalArgumentException("Set either %s or %s".formatted(PUBLIC_KEY, LOCATION));
        }
        boolean key = publicKey.isPresent() || location.isPresent();
        if (key != issuer.isPresent() || key == audiences.isEmpty()) {
            throw new IllegalArgumentException(
                    "JSON Web Tokens need all of %s (or %s), %s and %s: a token must be signed, from a known issuer and meant for this service"
                            .formatted(PUBLIC_KEY, LOCATION, ISSUER, AUDIENCES));
        }
    }

    boolean isPresent() {
        return issuer.isPresent();
    }
}
