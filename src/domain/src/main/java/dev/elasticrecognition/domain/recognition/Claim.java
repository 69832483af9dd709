package dev.elasticrecognition.domain.recognition;

import java.time.Instant;
import java.util.Objects;

/**
 * Says which request an idempotency key stands for.
 *
 * @param id of the request
 * @param sha256 of the picture that was sent with the key, 64 hexadecimal digits in lower case
 * @param at when the key was claimed
 */
public record Claim(RequestId id, String sha256, Instant at) {

    public Claim {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(at, "at");
    }
}
