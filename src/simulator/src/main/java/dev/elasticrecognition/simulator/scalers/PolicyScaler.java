package dev.elasticrecognition.simulator.scalers;

import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.scaling.Demand;
import dev.elasticrecognition.domain.scaling.Flow;
import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.Performance;
import dev.elasticrecognition.domain.scaling.RecentNeeds;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import dev.elasticrecognition.domain.scaling.ScalingPolicy;
import dev.elasticrecognition.domain.scaling.Supply;
import dev.elasticrecognition.domain.scaling.Traffic;
import dev.elasticrecognition.simulator.site.Counters;
import dev.elasticrecognition.simulator.site.Scaler;
import dev.elasticrecognition.simulator.site.SimulatedInstance;
import dev.elasticrecognition.simulator.site.Site;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The service's scaler: a policy of the domain, unchanged, that sees what the service sees, every two seconds. Capacity is
 * taken away from booting instances first, the newest first, then from idle ones, and busy ones drain. An instance that
 * boots far too long is replaced.
 */
public final class PolicyScaler implements Scaler {

    private static final Duration PERIOD = Duration.ofSeconds(2);

    private static final Duration QUIET = Duration.ofMinutes(5);

    private final ScalingPolicy policy;
    private final Flow arrivals = new Flow();
    private final Flow completions = new Flow();
    private final BootTimes bootTimes = new BootTimes();
    private RecentNeeds past = RecentNeeds.NONE;
    private long sent;
    private long answered;

    /** A scaler that has been watching a quiet site so far. */
    public PolicyScaler(ScalingPolicy policy) {
        this.policy = policy;
        arrivals.count(Workload.START.minus(QUIET), 0);
        completions.count(Workload.START.minus(QUIET), 0);
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void tick(Site site) {
        bootTimes.look(site.instances());
        site.instances().stream()
                .filter(instance -> instance.isBooting()
                        && instance.age(site.now()).compareTo(bootTimes.deadline(site.conditions())) > 0)
                .forEach(site::terminate);
        Observation observation = observe(site);
        ScalingDecision decision = policy.decide(observation, past);
        past = past.and(site.now(), decision.need());
        act(site, decision.desiredCapacity() - observation.supply().capacity());
    }

    private Observation observe(Site site) {
        Instant now = site.now();
        var frontEnds = site.frontEnds();
        arrivals.count(now, frontEnds.sent() - sent);
        completions.count(now, frontEnds.answered() - answered);
        sent = frontEnds.sent();
        answered = frontEnds.answered();
        Optional<Backlog> queue = site.counters().map(PolicyScaler::backlog);
        return new Observation(
                now,
                new Demand(queue, frontEnds.unanswered(now), frontEnds.oldest(now)),
                new Traffic(arrivals.rates(), completions.rates()),
                new Performance(serviceRate(site), bootTimes.median(site.conditions())),
                supply(site));
    }

    private static Backlog backlog(Counters counters) {
        return new Backlog(counters.visible(), counters.inFlight(), 0);
    }

    private static double serviceRate(Site site) {
        Duration service =
                site.frontEnds().meanService().orElse(site.conditions().expectedService());
        return 1e9 / service.toNanos();
    }

    private static Supply supply(Site site) {
        Instant now = site.now();
        List<SimulatedInstance> booting =
                site.instances().stream().filter(SimulatedInstance::isBooting).toList();
        List<SimulatedInstance> ready =
                site.instances().stream().filter(SimulatedInstance::isReady).toList();
        int undescribed = (int) booting.stream()
                .filter(instance ->
                        instance.age(now).compareTo(site.conditions().describeLag()) < 0)
                .count();
        return new Supply(
                site.cloudAnswers(),
                undescribed,
                0,
                booting.size() - undescribed,
                ready.size(),
                (int) ready.stream().filter(SimulatedInstance::isReportedBusy).count(),
                (int) site.instances().stream()
                        .filter(SimulatedInstance::isDraining)
                        .count(),
                0,
                booting.stream().map(instance -> instance.age(now)).toList());
    }

    private static void act(Site site, int change) {
        if (change > 0) {
            site.launch(change);
        } else if (change < 0) {
            site.instances().stream()
                    .filter(instance -> !instance.isDraining())
                    .sorted(Comparator.comparing(SimulatedInstance::isBooting)
                            .reversed()
                            .thenComparing(SimulatedInstance::isReportedBusy)
                            .thenComparing(Comparator.comparing(SimulatedInstance::number)
                                    .reversed()))
                    .limit(-change)
                    .forEach(site::drain);
        }
    }
}
