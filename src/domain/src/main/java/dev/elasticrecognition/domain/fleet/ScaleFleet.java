package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.cost.Meter;
import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.RecentNeeds;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes the fleet follow the policy, by level: at each tick it observes, decides and acts, and what a tick couldn't do the
 * next one sees still missing. Every front end ticks, so that each can tell how things are and is ready to take over; only
 * the leader acts.
 *
 * <p>Ticks must not overlap; {@link #latest} may be called at any time.
 */
public final class ScaleFleet implements FleetView {

    /** How long decisions are remembered. */
    static final Duration REMEMBERED = Duration.ofDays(7);

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final ObserveFleet observe;
    private final FleetStores stores;
    private final Leadership leadership;
    private final LaunchInstances launches;
    private final DrainInstances drains;
    private final ReapInstances reap;
    private final KeepMeter keepMeter;
    private final ShadowPolicy shadowPolicy = new ShadowPolicy();

    private FleetControl control;
    private RecentNeeds past = RecentNeeds.NONE;
    private boolean begun;
    private Optional<ScalingDecision> recorded = Optional.empty();
    private Instant sweptAt = Instant.EPOCH;
    private volatile Tick latest;

    /**
     * @param self this front end, by an id that is new at each start
     * @param defaults hold until an operator says otherwise
     * @param random jitters retries
     */
    public ScaleFleet(
            String self,
            ObserveFleet observe,
            FleetProvider provider,
            FleetStores stores,
            FleetSettings settings,
            ScalingSettings defaults,
            InstantSource clock,
            RandomGenerator random) {
        this.observe = observe;
        this.stores = stores;
        this.control = FleetControl.of(defaults.within(settings.hardLimit()));
        this.leadership = new Leadership(stores.ledger(), self, settings.lease(), clock);
        this.launches = new LaunchInstances(provider, stores.heartbeats(), leadership, settings.hardLimit(), random);
        this.drains = new DrainInstances(provider, stores.heartbeats(), leadership, settings);
        this.keepMeter = new KeepMeter(leadership);
        this.reap = new ReapInstances(stores.heartbeats(), leadership, drains, settings);
    }

    @Override
    public Optional<Tick> latest() {
        return Optional.ofNullable(latest);
    }

    /**
     * Observes, decides and, if this front end leads, acts once.
     *
     * @return what came of it
     * @throws dev.elasticrecognition.domain.messaging.Unavailable if the ledger could never be read so far
     */
    public Tick tick() {
        Troubles troubles = new Troubles();
        if (leadership.ledger().isPresent()) {
            troubles.attempt(leadership::lead);
        } else {
            leadership.lead();
        }
        latest = tick(troubles);
        return latest;
    }

    /** Lets another front end lead at once; call it when this one stops. */
    public void stepDown() {
        leadership.stepDown();
    }

    private Tick tick(Troubles troubles) {
        troubles.ask(stores.control()::read).ifPresent(read -> read.ifPresent(found -> control = found.value()));
        Sight sight = observe.observe(ledger(), troubles);
        ScalingDecision decision = decide(sight);
        Optional<ScalingDecision> shadow = shadowPolicy.decide(control.shadow(), sight.observation());
        Meter meter = keepMeter.read(sight);
        Turn turn = new Turn(ledger().nextDecision(), sight, troubles, control);
        if (leadership.isLeading()) {
            lead(decision, shadow, turn);
        } else {
            reap.reset();
        }
        return new Tick(
                leadership.isLeading(),
                ledger(),
                leadership.lease(),
                control,
                sight.members(),
                sight.observation(),
                sight.answerTimes(),
                meter,
                decision,
                shadow,
                turn.acts(),
                troubles.all());
    }

    private ScalingDecision decide(Sight sight) {
        var now = sight.observation();
        remember(now);
        ScalingDecision decision = control.policy(now.at()).decide(now, past);
        past = past.and(now.at(), decision.need());
        int capacity = now.supply().capacity();
        if (control.paused()) {
            return decision.raisedTo(capacity, "paused").cappedAt(capacity, "paused");
        }
        return decision;
    }

    /** Whoever begins to look takes what is there for needed: so a new leader takes nothing away for one window. */
    private void remember(Observation now) {
        if (!begun && now.supply().known()) {
            past = past.and(now.at(), now.supply().capacity());
            begun = true;
        }
    }

    private void lead(ScalingDecision decision, Optional<ScalingDecision> shadow, Turn turn) {
        try {
            turn.troubles().attempt(() -> act(decision, turn));
            turn.troubles().attempt(() -> record(decision, shadow, turn));
            turn.troubles().attempt(keepMeter::write);
            turn.troubles().attempt(() -> sweep(turn.now()));
        } catch (LeadershipLost e) {
            turn.troubles().add(e.getMessage());
        }
    }

    private void act(ScalingDecision decision, Turn turn) {
        launches.settle(turn);
        reap.learn(turn);
        drains.obey(turn);
        reap.reap(turn);
        if (!control.paused()) {
            follow(decision, turn);
        }
        drains.advance(turn);
        drains.trimWarmPool(turn);
    }

    private void follow(ScalingDecision decision, Turn turn) {
        int missing =
                decision.desiredCapacity() - turn.sight().observation().supply().capacity();
        if (missing >= 0) {
            launches.repeat(turn);
            launches.add(missing, turn);
        } else {
            drains.remove(-missing, turn);
        }
    }

    /** Only what had consequences is worth remembering. The write makes the name of the next decision another one. */
    private void record(ScalingDecision decision, Optional<ScalingDecision> shadow, Turn turn) {
        boolean isNew = recorded.map(last -> last.desiredCapacity() != decision.desiredCapacity())
                .orElse(true);
        if (isNew || !turn.acts().isEmpty()) {
            leadership.update(ledger ->
                    ledger.withServiceRate(observe.measuredServiceRate().orElse(ledger.serviceRate())));
            stores.decisions()
                    .add(new DecisionRecord(
                            turn.decision(),
                            ledger().leader(),
                            turn.sight().observation(),
                            decision,
                            shadow,
                            turn.acts()));
            recorded = Optional.of(decision);
        }
    }

    private void sweep(Instant now) {
        if (!now.isBefore(sweptAt.plus(BETWEEN_SWEEPS))) {
            sweptAt = now;
            stores.decisions().forgetBefore(now.minus(REMEMBERED));
        }
    }

    private FleetLedger ledger() {
        return leadership.ledger().orElseThrow();
    }
}
