package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Makes one of many front ends the leader, by a lease that is the {@linkplain FleetLedger ledger} itself: who leads writes
 * it again and again; who doesn't takes it over once it hasn't changed for the length of the lease. Each counts time by
 * its own clock, from the moment when it saw a change, so clocks needn't agree. A leader that was replaced finds out at its
 * next write at the latest, and it writes before it acts.
 *
 * <p>After Gray and Cheriton, "Leases", SOSP 1989; the term is the fencing number.
 *
 * <p>Not safe for use by several threads.
 */
final class Leadership {

    private static final int ATTEMPTS = 3;
    private static final int RENEWALS = 3;
    private static final int ORIGIN_LENGTH = 8;

    private final SharedDocument<FleetLedger> document;
    private final String self;
    private final Duration lease;
    private final InstantSource clock;
    private Version<FleetLedger> known;
    private Instant knownSince = Instant.EPOCH;
    private Instant ledSince = Instant.EPOCH;
    private boolean leading;

    /**
     * @param self this front end, by an id that is new at each start
     * @param lease for how long a leader may be silent
     */
    Leadership(SharedDocument<FleetLedger> document, String self, Duration lease, InstantSource clock) {
        this.document = document;
        this.self = self;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * Renews the lease, takes it over, or looks who has it.
     *
     * @return whether this front end leads
     */
    boolean lead() {
        if (!isLeading()) {
            leading = false;
            follow();
        } else if (!clock.instant().isBefore(knownSince.plus(lease.dividedBy(RENEWALS)))) {
            renew();
        }
        return isLeading();
    }

    /** Whether this front end leads; it stops in time when it can't renew the lease. */
    boolean isLeading() {
        return leading
                && clock.instant()
                        .isBefore(
                                knownSince.plus(lease.multipliedBy(RENEWALS - 1).dividedBy(RENEWALS)));
    }

    /** How long the present leader has been seen to lead, and when it was last seen to renew its lease. */
    SeenLease lease() {
        return new SeenLease(ledSince, knownSince);
    }

    /** The ledger as it was last read or written; empty before the first time. */
    Optional<FleetLedger> ledger() {
        return Optional.ofNullable(known).map(Version::value);
    }

    /**
     * Changes the ledger. When this returns, the change is written and no other front end has led meanwhile.
     *
     * @throws LeadershipLost if another one leads
     */
    FleetLedger update(UnaryOperator<FleetLedger> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FleetLedger changed = change.apply(known.value()).renewed();
            Optional<Version<FleetLedger>> written = document.write(changed, Optional.of(known));
            if (written.isPresent() || isThere(changed)) {
                written.ifPresent(this::saw);
                return known.value();
            }
        }
        throw lost();
    }

    /** Writes the ledger again, unless another front end leads. */
    void renew() {
        try {
            update(UnaryOperator.identity());
        } catch (LeadershipLost followed) {
            leading = false;
        }
    }

    /** Lets another one lead at once. */
    void stepDown() {
        if (isLeading()) {
            update(FleetLedger::withoutLeader);
            leading = false;
        }
    }

    /** A write of ours may have come through although its answer was lost; then what is there is ours. */
    private boolean isThere(FleetLedger changed) {
        Version<FleetLedger> there = document.read().orElseThrow(this::lost);
        boolean isOurs = there.value().leader().equals(self)
                && there.value().term() == known.value().term();
        saw(there);
        if (!isOurs) {
            throw lost();
        }
        return there.value().equals(changed);
    }

    private LeadershipLost lost() {
        leading = false;
        return new LeadershipLost(ledger().map(FleetLedger::leader).orElse("of an unknown name"));
    }

    private void follow() {
        Optional<Version<FleetLedger>> there = document.read();
        if (there.isEmpty()) {
            take(FleetLedger.first(UUID.randomUUID().toString().substring(0, ORIGIN_LENGTH), self), there);
        } else {
            lookAt(there.get());
        }
    }

    private void lookAt(Version<FleetLedger> there) {
        if (known == null || !there.tag().equals(known.tag())) {
            saw(there);
        }
        boolean isSilent = !clock.instant().isBefore(knownSince.plus(lease));
        boolean isFree =
                there.value().leader().isEmpty() || there.value().leader().equals(self);
        if (isSilent || isFree) {
            take(there.value().ledBy(self).renewed(), Optional.of(there));
        }
    }

    private void take(FleetLedger ledger, Optional<Version<FleetLedger>> over) {
        document.write(ledger, over)
                .ifPresentOrElse(this::led, () -> document.read().ifPresent(this::saw));
    }

    private void led(Version<FleetLedger> written) {
        saw(written);
        leading = true;
    }

    private void saw(Version<FleetLedger> version) {
        boolean isAnother = ledger().map(FleetLedger::leader)
                .filter(version.value().leader()::equals)
                .isEmpty();
        known = version;
        knownSince = clock.instant();
        ledSince = isAnother ? knownSince : ledSince;
    }
}
