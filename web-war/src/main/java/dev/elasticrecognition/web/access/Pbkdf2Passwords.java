package dev.elasticrecognition.web.access;

import dev.elasticrecognition.domain.access.PasswordHashing;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Hashes with PBKDF2 and HMAC-SHA-512, as often as OWASP's Password Storage Cheat Sheet says. */
@ApplicationScoped
public class Pbkdf2Passwords implements PasswordHashing {

    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000");

    @Inject
    Pbkdf2PasswordHash pbkdf2;

    @PostConstruct
    void initialize() {
        pbkdf2.initialize(PARAMETERS);
    }

    @Override
    public String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    @Override
    public boolean matches(String password, String hash) {
        return pbkdf2.verify(password.toCharArray(), hash);
    }
}
