package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.audit.Audit;
import dev.elasticrecognition.domain.audit.Audit.Deed;
import dev.elasticrecognition.domain.audit.Change;
import dev.elasticrecognition.domain.fleet.FleetControl.DrainOrder;
import dev.elasticrecognition.domain.fleet.FleetControl.ManualCapacity;
import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.scaling.InvalidSetting;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What operators can do to the fleet. It is written down for whoever leads, who follows it at its next tick; only an
 * instance that is terminated is ended at once. Every change is taken down with who made it. All of it may be called from
 * any front end and any thread.
 */
public final class SteerFleet {

    private static final int ATTEMPTS = 20;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** By then the leader has seen an order and begun to follow it. */
    private static final Duration ORDERS_KEPT = Duration.ofHours(1);

    private final SharedDocument<FleetControl> document;
    private final FleetProvider provider;
    private final ScalingSettings defaults;
    private final int hardLimit;
    private final Audit audit;
    private final InstantSource clock;

    /**
     * @param defaults the settings as long as nobody has said anything
     * @param hardLimit the most instances that may ever be asked for
     */
    public SteerFleet(
            SharedDocument<FleetControl> document,
            FleetProvider provider,
            ScalingSettings defaults,
            int hardLimit,
            Audit audit,
            InstantSource clock) {
        this.document = document;
        this.provider = provider;
        this.defaults = defaults;
        this.hardLimit = hardLimit;
        this.audit = audit;
        this.clock = clock;
    }

    /** The settings as they are now. */
    public ScalingSettings settings() {
        return valueOf(document.read()).settings();
    }

    /**
     * Changes the settings, if they are still those that the change was made from.
     *
     * @return whether they are the changed ones now
     * @throws InvalidSetting if the maximum is above the hard limit
     */
    public boolean changeSettings(ScalingSettings from, ScalingSettings to, String by) {
        to.within(hardLimit);
        return update(
                        Deed.ofAll(by, "change-settings", "changed the settings from %s to %s".formatted(from, to)),
                        now -> now.settings().equals(from) ? now.with(to) : now)
                .settings()
                .equals(to);
    }

    /** The shadow policy's settings as they are now; empty if there are none. */
    public Optional<ScalingSettings> shadow() {
        return valueOf(document.read()).shadow();
    }

    /**
     * Sets, changes or removes the shadow policy, if it still is the one that the change was made from.
     *
     * @return whether it is the changed one now
     * @throws InvalidSetting if the maximum is above the hard limit
     */
    public boolean changeShadow(Optional<ScalingSettings> from, Optional<ScalingSettings> to, String by) {
        to.ifPresent(settings -> settings.within(hardLimit));
        Deed deed = to.map(settings -> Deed.ofAll(by, "set-shadow", "set the shadow policy to " + settings))
                .orElseGet(() -> Deed.ofAll(by, "remove-shadow", "removed the shadow policy"));
        return update(deed, now -> now.shadow().equals(from) ? now.withShadow(to) : now)
                .shadow()
                .equals(to);
    }

    /** From now on, nothing is launched or drained by policy. */
    public void pause(String by) {
        update(Deed.ofAll(by, "pause", "paused the fleet"), now -> now.withPaused(true));
    }

    /** The policy holds again. */
    public void resume(String by) {
        update(Deed.ofAll(by, "resume", "resumed the fleet"), now -> now.withPaused(false));
    }

    /**
     * Lets a capacity hold in place of the policy's.
     *
     * @param capacity instances, 0 to the hard limit
     * @param time for how long, 1 s to 1 day; the fraction of a second at its end is left out
     * @throws InvalidSetting if one of them is out of range
     */
    public ManualCapacity setCapacity(int capacity, Duration time, String by) {
        if (capacity < 0 || capacity > hardLimit) {
            throw new InvalidSetting("capacity", "must be 0 to " + hardLimit);
        }
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw new InvalidSetting("for", "must be PT1S to P1D");
        }
        Instant until = clock.instant().plus(time).truncatedTo(ChronoUnit.SECONDS);
        ManualCapacity manual = new ManualCapacity(capacity, until, by);
        update(
                Deed.ofAll(by, "set-capacity", "set the capacity to %d until %s".formatted(capacity, manual.until())),
                now -> now.withManual(Optional.of(manual)));
        return manual;
    }

    /** Lets the policy decide the capacity again. */
    public void clearCapacity(String by) {
        update(
                Deed.ofAll(by, "clear-capacity", "gave the capacity back to the policy"),
                now -> now.withManual(Optional.empty()));
    }

    /** Orders that an instance takes no more requests, finishes what it has, and is ended. */
    public void drain(Member member, String by) {
        DrainOrder order = new DrainOrder(member.id(), by, clock.instant());
        Deed deed = Deed.of(by, "drain", member.id(), "ordered to drain " + member.id());
        write(deed, now -> now.with(order, order.at().minus(ORDERS_KEPT)));
        audit.done(deed, List.of(Change.of("stage", stage(member), "draining")));
    }

    /** Ends an instance at once. What it works on is repeated by others. */
    public void terminate(Member member, String by) {
        provider.terminate(member.id());
        audit.done(
                Deed.of(by, "terminate", member.id(), "terminated " + member.id()),
                List.of(Change.of("stage", stage(member), "terminating")));
    }

    private FleetControl update(Deed deed, UnaryOperator<FleetControl> change) {
        Written written = write(deed, change);
        if (!written.after().equals(written.before())) {
            audit.done(deed, ControlChanges.between(written.before(), written.after()));
        }
        return written.after();
    }

    /** Writes a change over what is there; nothing, if it's there already. */
    private Written write(Deed deed, UnaryOperator<FleetControl> change) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Version<FleetControl>> read = document.read();
            FleetControl now = valueOf(read);
            FleetControl changed = change.apply(now);
            if (changed.equals(now) || document.write(changed, read).isPresent()) {
                return new Written(now, changed);
            }
        }
        throw new Unavailable(
                "write down that " + deed.by() + " " + deed.sentence(),
                new IllegalStateException("others changed the document meanwhile, %d times".formatted(ATTEMPTS)));
    }

    private FleetControl valueOf(Optional<Version<FleetControl>> read) {
        return read.map(Version::value).orElseGet(() -> FleetControl.of(defaults));
    }

    private static String stage(Member member) {
        return member.stage().name().toLowerCase(Locale.ROOT);
    }

    private record Written(FleetControl before, FleetControl after) {}
}
