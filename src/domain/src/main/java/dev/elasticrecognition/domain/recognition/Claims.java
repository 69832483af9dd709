package dev.elasticrecognition.domain.recognition;

import java.time.Instant;
import java.util.Optional;

/** Keeps what idempotency keys stand for, for all front ends. Safe for use by several threads. */
public interface Claims {

    /**
     * Claims a key; of several callers at once exactly one succeeds.
     *
     * @param name of the key, 1 to 200 letters, digits and dashes
     * @param over the claim that is to be replaced; empty if there is to be none
     * @return the claim that holds now: this one, or the one that was there first
     */
    Claim claim(String name, Claim claim, Optional<Claim> over);

    /** Forgets the claims that were made before a time, sooner or later. */
    void forgetBefore(Instant time);
}
