package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.fleet.Prospect.Capacity;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.scaling.AnswerEstimate;
import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.RecentNeeds;
import dev.elasticrecognition.domain.scaling.Supply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Estimates when a request that joins the backlog now will be answered, and after how many others, from what this front end, leader or not, saw of
 * the fleet last and what it has sent since. Launches are expected as the policy will decide them with this request in the
 * backlog; none are while the fleet is paused or its last boots have failed.
 */
public final class EstimateAnswer {

    /** Nothing is told from a look that is longer ago. */
    static final Duration STALE = Duration.ofSeconds(15);

    private final FleetView fleet;
    private final SentRequests sent;
    private final Duration untilLaunch;
    private final InstantSource clock;

    /** @param untilLaunch how long it takes the leader to launch what is missing: the time between two ticks */
    public EstimateAnswer(FleetView fleet, SentRequests sent, Duration untilLaunch, InstantSource clock) {
        this.fleet = fleet;
        this.sent = sent;
        this.untilLaunch = untilLaunch;
        this.clock = clock;
    }

    /** @return what it has to expect; empty if that can't be told */
    public Optional<Prospect> ofOneThatJoinsNow() {
        Instant now = clock.instant();
        return fleet.latest()
                .filter(tick -> !tick.observation().at().plus(STALE).isBefore(now))
                .filter(tick -> isKnown(tick.observation()))
                .map(tick -> prospect(tick, now));
    }

    private static boolean isKnown(Observation observation) {
        return observation.demand().isKnown() && observation.supply().known();
    }

    /** What was sent since the last look is only known here; the request itself may be among it already. */
    private Prospect prospect(Tick tick, Instant now) {
        int work = Math.max(tick.observation().demand().work() + 1, sent.unanswered());
        Observation joined = tick.observation().withWork(work);
        int desired = desiredCapacity(tick, joined);
        Optional<Duration> left = new AnswerEstimate(joined, desired, untilLaunch).untilAnswered();
        return new Prospect(left.map(now::plus), work - 1, capacity(joined.supply(), desired));
    }

    private static Capacity capacity(Supply supply, int desired) {
        if (supply.ready() > 0) {
            return Capacity.READY;
        }
        return supply.booting() > 0 || desired > 0 ? Capacity.STARTING : Capacity.NONE;
    }

    private static int desiredCapacity(Tick tick, Observation joined) {
        boolean launches = !tick.control().paused() && !tick.ledger().breaker().isTrying();
        return launches
                ? tick.control()
                        .policy(joined.at())
                        .decide(joined, RecentNeeds.NONE)
                        .desiredCapacity()
                : 0;
    }
}
