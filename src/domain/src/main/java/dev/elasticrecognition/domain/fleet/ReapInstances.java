package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.fleet.Member.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells the living from the dead: learns how long boots take, ends those that take too long and workers that have fallen
 * silent, and counts what died by itself. Whoever launched an instance doesn't matter: one that carries our tag and never
 * works is ended like any other.
 */
final class ReapInstances {

    private final Heartbeats heartbeats;
    private final Leadership leadership;
    private final DrainInstances drains;
    private final FleetSettings settings;
    private Map<String, Member> before = Map.of();

    ReapInstances(Heartbeats heartbeats, Leadership leadership, DrainInstances drains, FleetSettings settings) {
        this.heartbeats = heartbeats;
        this.leadership = leadership;
        this.drains = drains;
        this.settings = settings;
    }

    /** Learns from what became of the instances since the last call. */
    void learn(Turn turn) {
        for (Member member : turn.sight().members()) {
            Member past = before.get(member.id());
            if (past != null && isBooting(past)) {
                learn(member, turn);
            } else if (past != null && past.stage() == Stage.READY && member.stage() == Stage.TERMINATED) {
                died(member, turn);
            }
        }
        before = turn.sight().members().stream().collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /** Drains what doesn't work; without every heartbeat at hand nothing is known of that. */
    void reap(Turn turn) {
        if (!turn.sight().known()) {
            return;
        }
        Duration deadline = ledger().boots().deadline(settings.bootDeadline());
        turn.sight().booting().stream()
                .filter(member -> member.age().compareTo(deadline) > 0)
                .forEach(member -> {
                    bootFailed(turn);
                    drain(member, "no heartbeat within %d s".formatted(deadline.toSeconds()), turn);
                });
        silent(turn).forEach(member -> {
            lost();
            drain(member, "no heartbeat for %d s".formatted(member.silence().toSeconds()), turn);
        });
    }

    /** Forgets what was seen: when another front end has led meanwhile, nothing follows from it. */
    void reset() {
        before = Map.of();
    }

    private void drain(Member member, String why, Turn turn) {
        drains.drain(List.of(member.id()), why, turn);
    }

    private void learn(Member member, Turn turn) {
        if (member.heartbeat().isPresent()) {
            leadership.update(
                    ledger -> ledger.with(ledger.boots().and(member.age())).with(Breaker.CLOSED));
        } else if (member.stage() == Stage.TERMINATED
                && ledger().drainOf(member.id()).isEmpty()) {
            bootFailed(turn);
            turn.did(member.id() + " ended while it was booting");
        }
    }

    private void died(Member member, Turn turn) {
        if (ledger().drainOf(member.id()).isEmpty()) {
            lost();
            turn.did(member.id() + " ended by itself");
            turn.troubles().attempt(() -> heartbeats.forget(member.id()));
        }
    }

    private List<Member> silent(Turn turn) {
        return turn.sight().in(Stage.READY).stream()
                .filter(member -> drains.isDead(member, member.heartbeat().orElseThrow()))
                .toList();
    }

    private void bootFailed(Turn turn) {
        leadership.update(ledger -> ledger.with(ledger.breaker().failed(turn.now()))
                .with(ledger.tally().plus(Tally.ofFailedBoot())));
    }

    private void lost() {
        leadership.update(ledger -> ledger.with(ledger.tally().plus(Tally.ofLost())));
    }

    private static boolean isBooting(Member member) {
        return member.stage() == Stage.PENDING || member.stage() == Stage.STARTING;
    }

    private FleetLedger ledger() {
        return leadership.ledger().orElseThrow();
    }
}
