package dev.elasticrecognition.domain.access;

import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The operator's account as this front end knows it: a changed one counts after {@link #KEPT}. */
public final class CurrentAccount {

    public static final Duration KEPT = Duration.ofSeconds(30);

    private final SharedDocument<OperatorAccount> document;
    private final InstantSource clock;
    private volatile Reading reading = new Reading(Optional.empty(), Instant.EPOCH);

    public CurrentAccount(SharedDocument<OperatorAccount> document, InstantSource clock) {
        this.document = document;
        this.clock = clock;
    }

    /** The account; empty as long as there is none. */
    Optional<OperatorAccount> get() {
        Reading last = reading;
        Instant now = clock.instant();
        if (last.account().isPresent() && now.isBefore(last.at().plus(KEPT))) {
            return last.account();
        }
        Reading fresh = new Reading(document.read().map(Version::value), now);
        reading = fresh;
        return fresh.account();
    }

    private record Reading(Optional<OperatorAccount> account, Instant at) {}
}
