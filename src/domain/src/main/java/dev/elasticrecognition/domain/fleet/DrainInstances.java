package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.fleet.Member.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Scales in. No instance is ended whose worker may hold a request: the drain is written into the ledger, the worker reads
 * it there, finishes and reports, and only then its instance is ended. A worker sends its first heartbeat before it reads
 * the ledger, and reads the ledger before it takes its first request; so an instance without a heartbeat after its drain
 * was written holds nothing and will take nothing, and can be ended at once.
 */
final class DrainInstances {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

    private final FleetProvider provider;
    private final Heartbeats heartbeats;
    private final Leadership leadership;
    private final FleetSettings settings;
    private final Map<String, Instant> asked = new HashMap<>();

    DrainInstances(FleetProvider provider, Heartbeats heartbeats, Leadership leadership, FleetSettings settings) {
        this.provider = provider;
        this.heartbeats = heartbeats;
        this.leadership = leadership;
        this.settings = settings;
    }

    /** Drains so many: those that boot first, the newest of them first; then idle ones; then the least busy. */
    void remove(int surplus, Turn turn) {
        var leastMissed = turn.sight().in(Stage.READY).stream()
                .sorted(Comparator.comparingInt(Member::inProgress).thenComparing(Member::age));
        drain(
                Stream.concat(turn.sight().booting().stream(), leastMissed)
                        .limit(surplus)
                        .map(Member::id)
                        .toList(),
                "fewer are needed",
                turn);
    }

    /** Drains what operators want drained. */
    void obey(Turn turn) {
        turn.control()
                .drainOrders()
                .forEach(order -> turn.sight()
                        .member(order.instance())
                        .filter(DrainInstances::isUp)
                        .ifPresent(member -> drain(List.of(member.id()), "ordered by " + order.by(), turn)));
    }

    /** Drains instances, except where that is under way. */
    void drain(List<String> ids, String why, Turn turn) {
        List<Drain> drains = ids.stream()
                .filter(id -> ledger().drainOf(id).isEmpty())
                .map(id -> new Drain(id, turn.now(), turn.now().plus(settings.drainDeadline()), why))
                .toList();
        if (!drains.isEmpty()) {
            leadership.update(ledger -> ledger.with(drains));
            drains.forEach(drain -> turn.did("draining %s: %s".formatted(drain.instance(), why)));
        }
    }

    /** Ends what has drained, and what can't. */
    void advance(Turn turn) {
        for (Drain drain : ledger().drains()) {
            Optional<Member> member = turn.sight().member(drain.instance());
            if (isGone(member, drain, turn)) {
                forget(drain.instance(), turn);
            } else if (member.isPresent() && member.get().stage() != Stage.TERMINATING) {
                turn.troubles().attempt(() -> advance(drain, member.get(), turn));
            }
        }
    }

    /** Ends the stopped instances that the warm pool has no room for any more, but none that is being started. */
    void trimWarmPool(Turn turn) {
        turn.sight().in(Stage.STOPPED).stream()
                .filter(member -> !ledger().launches(member.id()))
                .skip(turn.control().settings().warmPool())
                .filter(member -> mayAsk(member.id(), turn))
                .forEach(member -> turn.troubles().attempt(() -> {
                    provider.terminate(member.id());
                    asked.put(member.id(), turn.now());
                    turn.did("ended %s: the warm pool is full".formatted(member.id()));
                }));
    }

    private static boolean isGone(Optional<Member> member, Drain drain, Turn turn) {
        return member.map(there -> there.stage() == Stage.TERMINATED || there.stage() == Stage.STOPPED)
                .orElseGet(() -> turn.sight().observation().supply().known()
                        && drain.since().plus(LaunchInstances.UNDESCRIBED).isBefore(turn.now()));
    }

    private void forget(String id, Turn turn) {
        asked.remove(id);
        leadership.update(ledger -> ledger.withoutDrain(id));
        turn.troubles().attempt(() -> heartbeats.forget(id));
    }

    /** Looks at the heartbeat anew: what was seen before the drain was written proves nothing. */
    private void advance(Drain drain, Member member, Turn turn) {
        Optional<Heartbeat> heartbeat = heartbeats.find(member.id());
        if (heartbeat.isEmpty()) {
            end(member, "it had not begun to work", false, turn);
        } else if (heartbeat.get().state() == WorkerState.DRAINED) {
            end(member, "it has drained", false, turn);
        } else if (isDead(member, heartbeat.get())) {
            end(member, "it has been silent for %d s".formatted(member.silence().toSeconds()), false, turn);
        } else if (!turn.now().isBefore(drain.deadline())) {
            end(member, "its drain deadline has passed", heartbeat.get().isBusy(), turn);
        }
    }

    /** As long as a silent worker's requests may still be leased to it, it may be alive and working. */
    boolean isDead(Member member, Heartbeat heartbeat) {
        Duration patience = settings.silence();
        return member.silence().compareTo(heartbeat.isBusy() ? patience.plus(settings.leased()) : patience) > 0;
    }

    private void end(Member member, String why, boolean busy, Turn turn) {
        if (!mayAsk(member.id(), turn)) {
            return;
        }
        boolean stop = hasWarmPoolRoom(turn) && member.instance().state() == InstanceState.RUNNING;
        if (stop) {
            provider.stop(member.id());
        } else {
            provider.terminate(member.id());
        }
        if (asked.put(member.id(), turn.now()) == null) {
            leadership.update(ledger -> ledger.with(ledger.tally().plus(Tally.ofEnded(busy))));
            turn.did("%s %s: %s%s"
                    .formatted(stop ? "stopped" : "ended", member.id(), why, busy ? ", while it was busy" : ""));
        }
    }

    /** The cloud may show a while later what was asked of it. */
    private boolean mayAsk(String id, Turn turn) {
        Instant before = asked.get(id);
        return before == null || !turn.now().isBefore(before.plus(ASK_AGAIN));
    }

    private boolean hasWarmPoolRoom(Turn turn) {
        long warm = turn.sight().members().stream()
                .filter(member ->
                        member.stage() == Stage.STOPPED || member.instance().state() == InstanceState.STOPPING)
                .count();
        return warm < turn.control().settings().warmPool();
    }

    private static boolean isUp(Member member) {
        return member.stage() == Stage.PENDING || member.stage() == Stage.STARTING || member.stage() == Stage.READY;
    }

    private FleetLedger ledger() {
        return leadership.ledger().orElseThrow();
    }
}
