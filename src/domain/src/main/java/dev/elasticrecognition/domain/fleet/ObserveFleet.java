package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.fleet.Member.Stage;
import dev.elasticrecognition.domain.latency.LatencyHistogram;
import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.scaling.Demand;
import dev.elasticrecognition.domain.scaling.Flow;
import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.Performance;
import dev.elasticrecognition.domain.scaling.Supply;
import dev.elasticrecognition.domain.scaling.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks at everything that a decision depends on. What can't be asked is unknown: the last that was known of it stands
 * in, and the observation says so.
 *
 * <p>Not safe for use by several threads.
 */
public final class ObserveFleet {

    private final FleetProvider provider;
    private final Supplier<Backlog> backlog;
    private final Heartbeats heartbeats;
    private final Fronts fronts;
    private final Supplier<FrontReport> own;
    private final FleetSettings settings;
    private final InstantSource clock;

    private final Pulse pulse = new Pulse();
    private final ServiceRate serviceRate = new ServiceRate();
    private final Flow arrivals = new Flow();
    private final Flow completions = new Flow();
    private final Map<String, Heartbeat> lastHeartbeats = new HashMap<>();
    private Fleet lastFleet = Fleet.EMPTY;

    /** @param own tells what this front end knows of its requests, with a new beat each time */
    public ObserveFleet(
            FleetProvider provider,
            Supplier<Backlog> backlog,
            FleetStores stores,
            Supplier<FrontReport> own,
            FleetSettings settings,
            InstantSource clock) {
        this.provider = provider;
        this.backlog = backlog;
        this.heartbeats = stores.heartbeats();
        this.fronts = new Fronts(stores.reports());
        this.own = own;
        this.settings = settings;
        this.clock = clock;
    }

    Sight observe(FleetLedger ledger, Troubles troubles) {
        Optional<Fleet> described = troubles.ask(provider::describe);
        Instant now = clock.instant();
        lastFleet = described.orElse(lastFleet);
        boolean allHeard = hear(troubles);
        List<Member> members = lastFleet.instances().stream()
                .map(instance -> member(instance, ledger, now))
                .toList();
        count(members, now);
        Optional<Backlog> queue = troubles.ask(backlog);
        List<FrontReport> reports = reports(now, troubles);
        Demand demand = demand(queue, reports);
        Traffic traffic = new Traffic(arrivals.rates(), completions.rates());
        Supply supply = supply(described.isPresent(), members, ledger, now);
        return new Sight(
                described.isPresent() && allHeard,
                lastFleet,
                members,
                new Observation(now, demand, traffic, performance(ledger), supply),
                reports.stream().map(FrontReport::answerTimes).reduce(LatencyHistogram.NONE, LatencyHistogram::plus));
    }

    /** Requests that an instance answers in a second; empty as long as none was busy enough to tell. */
    OptionalDouble measuredServiceRate() {
        return serviceRate.perSecond();
    }

    /** Fetches the heartbeats of all that may have sent one. */
    private boolean hear(Troubles troubles) {
        boolean all = true;
        for (Instance instance : lastFleet.instances()) {
            if (isUp(instance)) {
                var heard = troubles.ask(() -> heartbeats.find(instance.id()));
                all &= heard.isPresent();
                heard.ifPresent(heartbeat -> remember(instance.id(), heartbeat));
            } else {
                lastHeartbeats.remove(instance.id());
            }
        }
        return all;
    }

    private void remember(String id, Optional<Heartbeat> heartbeat) {
        heartbeat.ifPresentOrElse(found -> lastHeartbeats.put(id, found), () -> lastHeartbeats.remove(id));
    }

    private static boolean isUp(Instance instance) {
        return instance.state() == InstanceState.PENDING || instance.state() == InstanceState.RUNNING;
    }

    private Member member(Instance instance, FleetLedger ledger, Instant now) {
        Optional<Heartbeat> heartbeat = Optional.ofNullable(lastHeartbeats.get(instance.id()));
        Duration silence = heartbeat
                .map(last -> pulse.silence(instance.id(), last.beat(), now))
                .orElse(Duration.ZERO);
        Duration age = Duration.between(instance.launchedAt(), now);
        return new Member(
                instance,
                stage(instance, heartbeat, ledger),
                age.isNegative() ? Duration.ZERO : age,
                heartbeat,
                silence);
    }

    private static Stage stage(Instance instance, Optional<Heartbeat> heartbeat, FleetLedger ledger) {
        return switch (instance.state()) {
            case TERMINATED -> Stage.TERMINATED;
            case SHUTTING_DOWN, STOPPING -> Stage.TERMINATING;
            case STOPPED -> Stage.STOPPED;
            case PENDING, RUNNING ->
                ledger.drainOf(instance.id()).isPresent()
                        ? Stage.DRAINING
                        : heartbeat
                                .map(ObserveFleet::stage)
                                .orElse(instance.state() == InstanceState.PENDING ? Stage.PENDING : Stage.STARTING);
        };
    }

    /** A worker may drain by itself, when its machine is about to end. */
    private static Stage stage(Heartbeat heartbeat) {
        return heartbeat.state() == WorkerState.READY ? Stage.READY : Stage.DRAINING;
    }

    private void count(List<Member> members, Instant now) {
        var ids = members.stream().map(Member::id).collect(Collectors.toSet());
        pulse.keep(ids);
        serviceRate.keep(ids);
        long done = 0;
        for (Member member : members) {
            done += member.heartbeat().map(serviceRate::count).orElse(0L);
        }
        completions.count(now, done);
    }

    /** What this front end knows itself comes last: the others take their time when much is going on. */
    private List<FrontReport> reports(Instant now, Troubles troubles) {
        troubles.attempt(() -> fronts.exchange(own.get(), now));
        List<FrontReport> all = fronts.with(own.get());
        arrivals.count(now, fronts.newlySent(all));
        return all;
    }

    private static Demand demand(Optional<Backlog> queue, List<FrontReport> reports) {
        return new Demand(
                queue,
                reports.stream().mapToInt(FrontReport::unanswered).sum(),
                reports.stream().flatMap(report -> report.oldest().stream()).max(Comparator.naturalOrder()));
    }

    private Performance performance(FleetLedger ledger) {
        double known = ledger.serviceRate() > 0 ? ledger.serviceRate() : settings.expectedServiceRate();
        return new Performance(
                serviceRate.perSecond().orElse(known), ledger.boots().usual(settings.expectedBootTime()));
    }

    private static Supply supply(boolean known, List<Member> members, FleetLedger ledger, Instant now) {
        Fleet fleet = new Fleet(members.stream().map(Member::instance).toList());
        List<Duration> bootAges = new ArrayList<>();
        int launched = 0;
        for (Launch launch : ledger.launches()) {
            int undescribed = launch.undescribedIn(fleet);
            launched += undescribed;
            for (int i = 0; i < undescribed; i++) {
                bootAges.add(Duration.between(launch.at(), now));
            }
        }
        members.stream()
                .filter(member -> member.stage() == Stage.PENDING || member.stage() == Stage.STARTING)
                .forEach(member -> bootAges.add(member.age()));
        return new Supply(
                known,
                launched,
                number(members, Stage.PENDING),
                number(members, Stage.STARTING),
                number(members, Stage.READY),
                (int) members.stream()
                        .filter(member -> member.stage() == Stage.READY && member.isBusy())
                        .count(),
                number(members, Stage.DRAINING),
                number(members, Stage.TERMINATING),
                bootAges);
    }

    private static int number(List<Member> members, Stage stage) {
        return (int) members.stream().filter(member -> member.stage() == stage).count();
    }
}
