package dev.elasticrecognition.simulator.scalers;

import dev.elasticrecognition.simulator.site.Scaler;
import dev.elasticrecognition.simulator.site.SimulatedInstance;
import dev.elasticrecognition.simulator.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/**
 * Kubernetes with KEDA's queue scaler, a pod on each instance. KEDA looks every 30 s and takes the first step from none to
 * one; the horizontal pod autoscaler looks every 15 s and goes on to <i>⌈(visible + in flight) / queue length⌉</i>, unless
 * that lies within a tenth of the present number, by at most four pods or twice as many at a look. It scales in to the most
 * of the last 300 s. Without any request for 300 s KEDA takes the last pod away. An instance is launched and ended with its
 * pod, at once: in truth a node autoscaler adds its own delays. Pods that don't run yet are ended first, and a worker that is
 * told to end finishes its request within the grace period.
 */
public final class Keda implements Scaler {

    private static final Duration SYNC = Duration.ofSeconds(15);
    private static final Duration STABILIZATION = Duration.ofMinutes(5);
    private static final Duration COOLDOWN = Duration.ofMinutes(5);
    private static final double TOLERANCE = 0.1;

    private final double queueLength;
    private final Deque<Recommendation> recommendations = new ArrayDeque<>();
    private int looks;
    private Instant lastActive = Instant.EPOCH;

    /**
     * @param queueLength requests that one pod is trusted with, above 0; KEDA's own is 5
     */
    public Keda(double queueLength) {
        this.queueLength = queueLength;
    }

    @Override
    public Duration period() {
        return SYNC;
    }

    @Override
    public void tick(Site site) {
        Patience.endStuck(site);
        boolean kedaLooks = looks++ % 2 == 0;
        site.counters().ifPresent(counters -> {
            int work = counters.total();
            if (work > 0 && kedaLooks) {
                lastActive = site.now();
            }
            int pods = pods(site);
            scale(site, pods, pods == 0 ? activate(work, kedaLooks) : adjust(site, pods, work));
        });
    }

    private static int pods(Site site) {
        return (int) site.instances().stream()
                .filter(instance -> !instance.isDraining())
                .count();
    }

    private static int activate(int work, boolean kedaLooks) {
        return work > 0 && kedaLooks ? 1 : 0;
    }

    private int adjust(Site site, int pods, int work) {
        int wanted = recommend(site, pods, work);
        if (wanted > pods) {
            return Math.min(wanted, Math.max(pods + 4, pods * 2));
        }
        boolean quiet = lastActive.plus(COOLDOWN).isBefore(site.now());
        return Math.max(quiet ? 0 : 1, Math.min(pods, mostSince(site.now().minus(STABILIZATION))));
    }

    private int recommend(Site site, int pods, int work) {
        double ratio = work / (queueLength * pods);
        int wanted = Math.abs(ratio - 1) <= TOLERANCE ? pods : (int) Math.ceil(work / queueLength);
        int bounded = Math.min(wanted, site.conditions().maximum());
        recommendations.add(new Recommendation(site.now(), bounded));
        return bounded;
    }

    private int mostSince(Instant start) {
        recommendations.removeIf(recommendation -> recommendation.at().isBefore(start));
        return recommendations.stream().mapToInt(Recommendation::pods).max().orElse(0);
    }

    private static void scale(Site site, int pods, int desired) {
        int wanted = Math.max(desired, site.conditions().minimum());
        if (wanted > pods) {
            site.launch(wanted - pods);
        } else {
            site.instances().stream()
                    .filter(instance -> !instance.isDraining())
                    .sorted(Comparator.comparing(SimulatedInstance::isBooting)
                            .thenComparing(SimulatedInstance::number)
                            .reversed())
                    .limit(pods - wanted)
                    .forEach(site::drain);
        }
    }

    private record Recommendation(Instant at, int pods) {}
}
