package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.recognition.Claim;
import dev.elasticrecognition.domain.recognition.Claims;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Claims in memory. */
public final class InMemoryClaims implements Claims {

    private final Map<String, Claim> claims = new ConcurrentHashMap<>();

    @Override
    public Claim claim(String name, Claim claim, Optional<Claim> over) {
        return claims.compute(
                name, (key, present) -> Optional.ofNullable(present).equals(over) ? claim : present);
    }

    @Override
    public void forgetBefore(Instant time) {
        claims.values().removeIf(claim -> claim.at().isBefore(time));
    }
}
