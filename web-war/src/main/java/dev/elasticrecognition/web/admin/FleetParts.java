package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.Breaker;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.parts.Part;
import dev.elasticrecognition.domain.parts.Part.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells of the leader and of the breaker how they are, from what this front end saw last. */
final class FleetParts {

    private static final String LEADER = "leader";
    private static final String BREAKER = "breaker";

    private FleetParts() {}

    /** @param lease for how long a leader may be silent */
    static List<Part> of(Optional<Tick> latest, Duration lease, Instant now) {
        return List.of(
                latest.map(tick -> leader(tick, lease, now)).orElseGet(() -> unseen(LEADER)),
                latest.map(tick -> breaker(tick.ledger().breaker(), now)).orElseGet(() -> unseen(BREAKER)));
    }

    private static Part leader(Tick tick, Duration lease, Instant now) {
        FleetLedger ledger = tick.ledger();
        Optional<Instant> since = Optional.of(tick.lease().since());
        if (ledger.leader().isEmpty()) {
            return new Part(LEADER, State.FAILING, since, "No front end leads.");
        }
        Duration age = Duration.between(tick.lease().renewedAt(), now);
        return age.compareTo(lease) > 0
                ? new Part(
                        LEADER,
                        State.FAILING,
                        Optional.of(tick.lease().renewedAt().plus(lease)),
                        "%s leads, but its lease was last seen renewed %d s ago."
                                .formatted(ledger.leader(), age.toSeconds()))
                : new Part(
                        LEADER,
                        State.OK,
                        since,
                        "%s leads in term %d; its lease was renewed %d s ago."
                                .formatted(ledger.leader(), ledger.term(), age.toSeconds()));
    }

    private static Part breaker(Breaker breaker, Instant now) {
        if (breaker.isOpen(now)) {
            return new Part(
                    BREAKER,
                    State.FAILING,
                    Optional.empty(),
                    "Nothing is launched until %s: %d boots in a row failed."
                            .formatted(breaker.openUntil(), breaker.failures()));
        }
        return breaker.isTrying()
                ? new Part(
                        BREAKER,
                        State.FAILING,
                        Optional.of(breaker.openUntil()),
                        "One instance at a time is launched until a boot succeeds: %d in a row failed."
                                .formatted(breaker.failures()))
                : new Part(BREAKER, State.OK, Optional.empty(), "It is closed: instances may be launched.");
    }

    private static Part unseen(String name) {
        return new Part(name, State.UNKNOWN, Optional.empty(), "This front end hasn't seen the fleet yet.");
    }
}
