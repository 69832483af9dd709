package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.scaling.AnswerEstimate;
import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.RecentNeeds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Estimates when a request that joins the backlog now will be answered, from what this front end, leader or not, saw of
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

    /** @return when the answer will probably be there; empty if that can't be told */
    public Optional<Instant> ofOneThatJoinsNow() {
        Instant now = clock.instant();
        return fleet.latest()
                .filter(tick -> !tick.observation().at().plus(STALE).isBefore(now))
                .flatMap(this::untilAnswered)
                .map(now::plus);
    }

    /** What was sent since the last look is only known here; the request itself may be among it already. */
    private Optional<Duration> untilAnswered(Tick tick) {
        int work = Math.max(tick.observation().demand().work() + 1, sent.unanswered());
        Observation joined = tick.observation().withWork(work);
        return new AnswerEstimate(joined, desiredCapacity(tick, joined), untilLaunch).untilAnswered();
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
