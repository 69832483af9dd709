package dev.elasticrecognition.web.ledger;

import dev.elasticrecognition.domain.ledger.Ledger;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * All requests, counted from the stores: accepted = succeeded + failed + waiting.
 *
 * @param countedAt in ISO 8601, UTC
 * @param accepted all that were accepted
 * @param succeeded those with a label
 * @param failed those that ended without one
 * @param waiting those that have no result yet
 * @param oldestWaitingSince when the oldest of these was submitted, in ISO 8601, UTC; absent if none waits
 */
@JsonbPropertyOrder({"countedAt", "accepted", "succeeded", "failed", "waiting", "oldestWaitingSince"})
public record LedgerDocument(
        String countedAt, long accepted, long succeeded, long failed, long waiting, String oldestWaitingSince) {

    static LedgerDocument of(Ledger ledger) {
        return new LedgerDocument(
                ledger.at().toString(),
                ledger.accepted(),
                ledger.succeeded(),
                ledger.failed(),
                ledger.waiting(),
                ledger.oldestWaiting().map(Instant::toString).orElse(null));
    }
}
