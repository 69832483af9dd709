package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.scaling.ScalingPolicy;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What operators have said, for whoever leads.
 *
 * @param settings how the fleet is scaled
 * @param paused whether nothing is launched or drained by policy
 * @param manual a capacity that somebody set for a time
 * @param drainOrders instances that somebody wants drained
 * @param shadow settings whose decisions are looked at beside the others and never followed
 */
public record FleetControl(
        ScalingSettings settings,
        boolean paused,
        Optional<ManualCapacity> manual,
        List<DrainOrder> drainOrders,
        Optional<ScalingSettings> shadow) {

    public FleetControl {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(manual, "manual");
        drainOrders = List.copyOf(drainOrders);
        Objects.requireNonNull(shadow, "shadow");
    }

    /** Nothing said beyond the settings. */
    public static FleetControl of(ScalingSettings settings) {
        return new FleetControl(settings, false, Optional.empty(), List.of(), Optional.empty());
    }

    public FleetControl with(ScalingSettings changed) {
        return new FleetControl(changed, paused, manual, drainOrders, shadow);
    }

    public FleetControl withPaused(boolean changed) {
        return new FleetControl(settings, changed, manual, drainOrders, shadow);
    }

    public FleetControl withManual(Optional<ManualCapacity> changed) {
        return new FleetControl(settings, paused, changed, drainOrders, shadow);
    }

    public FleetControl withShadow(Optional<ScalingSettings> changed) {
        return new FleetControl(settings, paused, manual, drainOrders, changed);
    }

    /** With one more order to drain, and without those that were given before an instant and are done with by now. */
    public FleetControl with(DrainOrder order, Instant forgetBefore) {
        List<DrainOrder> orders = new ArrayList<>(drainOrders);
        orders.removeIf(
                other -> other.at().isBefore(forgetBefore) || other.instance().equals(order.instance()));
        orders.add(order);
        return new FleetControl(settings, paused, manual, orders, shadow);
    }

    /** The policy that holds at an instant. */
    public ScalingPolicy policy(Instant now) {
        return manual.filter(set -> now.isBefore(set.until()))
                .map(set -> settings.fixed(set.capacity(), "set by %s until %s".formatted(set.by(), set.until())))
                .orElseGet(settings::scalingPolicy);
    }

    /**
     * A capacity that holds in place of the policy's, within the bounds.
     *
     * @param capacity instances, 0 or more
     * @param until when the policy takes over again
     * @param by who set it
     */
    public record ManualCapacity(int capacity, Instant until, String by) {}

    /**
     * The order to drain and end one instance.
     *
     * @param instance its id
     * @param by who gave it
     * @param at when
     */
    public record DrainOrder(String instance, String by, Instant at) {}
}
