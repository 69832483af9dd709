package dev.elasticrecognition.web.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who sends pictures: whoever the bearer token names, or, where none is asked for, whoever is at the address.
 *
 * @param user the name that was authenticated, if one was
 * @param address where the call comes from
 */
public record Sender(Optional<String> user, String address) {

    private static final int DIGITS = 32;

    /** Whoever makes a call. */
    public static Sender of(HttpServletRequest request) {
        return new Sender(
                Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName), request.getRemoteAddr());
    }

    /** Stands for this sender where requests are told apart by client; it tells nothing about them. */
    public String client() {
        return digest(user.map(name -> "user " + name).orElse("address " + address))
                .substring(0, DIGITS);
    }

    /** Makes an idempotency key this user's own. Whoever isn't authenticated may come from another address next time. */
    String scoped(String key) {
        return digest(user.orElse("") + '\n' + key);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
