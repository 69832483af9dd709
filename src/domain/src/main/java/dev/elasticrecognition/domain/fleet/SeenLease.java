package dev.elasticrecognition.domain.fleet;

import java.time.Instant;
import java.util.Objects;

/**
 * What a front end saw of the leader's lease, by its own clock.
 *
 * @param since when it first saw the present leader lead
 * @param renewedAt when it last saw the ledger change, which renews the lease
 */
public record SeenLease(Instant since, Instant renewedAt) {

    public SeenLease {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(renewedAt, "renewedAt");
    }
}
