package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.cost.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The document by which one front end leads and the next one carries on: who leads, and what was begun and not finished.
 * It is written only over the version that was read, so a leader that has been replaced can't write any more, and
 * everything that must not be done twice is written down here before it is done. Workers read here that they shall drain,
 * and that somebody still leads.
 *
 * @param origin tells the launches of this ledger from those of any other
 * @param leader the front end that leads; empty if it has stepped down
 * @param term grows with each new leader, from 1
 * @param renewal grows with each write: it shows that the leader lives, and with the term it names decisions
 * @param launches that the cloud doesn't fully describe yet
 * @param drains that are under way
 * @param breaker whether boots succeed
 * @param boots how long boots take
 * @param serviceRate requests that an instance answers in a second, 0 while it was never measured
 * @param tally what was done so far
 * @param meter what was spent so far, as of the last minute; empty in ledgers of versions that didn't count it
 */
public record FleetLedger(
        String origin,
        String leader,
        long term,
        long renewal,
        List<Launch> launches,
        List<Drain> drains,
        Breaker breaker,
        BootTimes boots,
        double serviceRate,
        Tally tally,
        Optional<Meter> meter) {

    public FleetLedger {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(leader, "leader");
        launches = List.copyOf(launches);
        drains = List.copyOf(drains);
        Objects.requireNonNull(breaker, "breaker");
        Objects.requireNonNull(boots, "boots");
        Objects.requireNonNull(tally, "tally");
        Objects.requireNonNull(meter, "meter");
    }

    static FleetLedger first(String origin, String leader) {
        return new FleetLedger(
                origin,
                leader,
                1,
                0,
                List.of(),
                List.of(),
                Breaker.CLOSED,
                BootTimes.NONE,
                0,
                Tally.NONE,
                Optional.empty());
    }

    /** The drain of an instance, if one is under way. */
    public Optional<Drain> drainOf(String instance) {
        return drains.stream()
                .filter(drain -> drain.instance().equals(instance))
                .findFirst();
    }

    /** Whether a launch or start of this instance is under way. */
    boolean launches(String instance) {
        return launches.stream().anyMatch(launch -> launch.instances().contains(instance));
    }

    FleetLedger ledBy(String newLeader) {
        return new FleetLedger(
                origin, newLeader, term + 1, renewal, launches, drains, breaker, boots, serviceRate, tally, meter);
    }

    FleetLedger withoutLeader() {
        return new FleetLedger(origin, "", term, renewal, launches, drains, breaker, boots, serviceRate, tally, meter);
    }

    FleetLedger renewed() {
        return new FleetLedger(
                origin, leader, term, renewal + 1, launches, drains, breaker, boots, serviceRate, tally, meter);
    }

    /** Names the decision that the next write belongs to, for the log and for the cloud: no other has this name. */
    String nextDecision() {
        return "%s-%d-%d".formatted(origin, term, renewal + 1);
    }

    FleetLedger with(Launch launch) {
        List<Launch> all = without(launches, other -> other.token().equals(launch.token()));
        all.add(launch);
        return withLaunches(all);
    }

    FleetLedger withoutLaunch(String token) {
        return withLaunches(without(launches, other -> other.token().equals(token)));
    }

    FleetLedger with(List<Drain> more) {
        List<Drain> all = new ArrayList<>(drains);
        all.addAll(more);
        return withDrains(all);
    }

    FleetLedger withoutDrain(String instance) {
        return withDrains(without(drains, other -> other.instance().equals(instance)));
    }

    FleetLedger with(Breaker changed) {
        return new FleetLedger(
                origin, leader, term, renewal, launches, drains, changed, boots, serviceRate, tally, meter);
    }

    FleetLedger with(BootTimes changed) {
        return new FleetLedger(
                origin, leader, term, renewal, launches, drains, breaker, changed, serviceRate, tally, meter);
    }

    FleetLedger withServiceRate(double changed) {
        return new FleetLedger(origin, leader, term, renewal, launches, drains, breaker, boots, changed, tally, meter);
    }

    FleetLedger with(Tally changed) {
        return new FleetLedger(
                origin, leader, term, renewal, launches, drains, breaker, boots, serviceRate, changed, meter);
    }

    FleetLedger with(Meter changed) {
        return new FleetLedger(
                origin,
                leader,
                term,
                renewal,
                launches,
                drains,
                breaker,
                boots,
                serviceRate,
                tally,
                Optional.of(changed));
    }

    private FleetLedger withLaunches(List<Launch> changed) {
        return new FleetLedger(
                origin, leader, term, renewal, changed, drains, breaker, boots, serviceRate, tally, meter);
    }

    private FleetLedger withDrains(List<Drain> changed) {
        return new FleetLedger(
                origin, leader, term, renewal, launches, changed, breaker, boots, serviceRate, tally, meter);
    }

    private static <T> List<T> without(List<T> all, Predicate<T> gone) {
        List<T> rest = new ArrayList<>(all);
        rest.removeIf(gone);
        return rest;
    }
}
