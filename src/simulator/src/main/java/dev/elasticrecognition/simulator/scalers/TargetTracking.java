package dev.elasticrecognition.simulator.scalers;

import dev.elasticrecognition.simulator.site.Scaler;
import dev.elasticrecognition.simulator.site.SimulatedInstance;
import dev.elasticrecognition.simulator.site.Site;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * EC2 Auto Scaling with target tracking on the backlog for each instance, as AWS describes for SQS. CloudWatch gets
 * <i>visible requests / instances in service</i> once a minute. Three readings of three above the target scale out to
 * <i>⌈instances · metric / target⌉</i>, fifteen of fifteen below nine tenths of it scale in by the same rule. Instances that
 * boot are not in service, and as long as some do, only more of them can be asked for. There is one instance at least: the
 * metric is undefined without. Scale-in ends any instance, whatever it does.
 */
public final class TargetTracking implements Scaler {

    private static final int OUT = 3;
    private static final int IN = 15;
    private static final double LOW = 0.9;

    private final double target;
    private final Deque<Double> readings = new ArrayDeque<>();
    private final Random random = new Random(1);

    /**
     * @param target requests for each instance, above 0
     */
    public TargetTracking(double target) {
        this.target = target;
    }

    @Override
    public Duration period() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int initialInstances() {
        return 1;
    }

    @Override
    public void tick(Site site) {
        Patience.endStuck(site);
        site.counters().ifPresent(counters -> {
            readings.addFirst(counters.visible() / (double) Math.max(1, inService(site)));
            if (readings.size() > IN) {
                readings.removeLast();
            }
            scale(site);
        });
    }

    private static long inService(Site site) {
        return site.instances().stream().filter(SimulatedInstance::isReady).count();
    }

    private void scale(Site site) {
        int present = site.instances().size();
        int desired = Math.max(
                Math.max(1, site.conditions().minimum()), (int) Math.ceil(inService(site) * readings.peek() / target));
        if (all(OUT, true) && desired > present) {
            site.launch(desired - present);
        } else if (all(IN, false) && desired < present && inService(site) == present) {
            terminateAny(site, present - desired);
        }
    }

    private boolean all(int number, boolean high) {
        return readings.size() >= number
                && readings.stream()
                        .limit(number)
                        .allMatch(reading -> high ? reading > target : reading < LOW * target);
    }

    private void terminateAny(Site site, int number) {
        List<SimulatedInstance> any = new ArrayList<>(site.instances());
        Collections.shuffle(any, random);
        any.stream().limit(number).forEach(site::terminate);
    }
}
