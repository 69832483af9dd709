package dev.elasticrecognition.domain.history;

import dev.elasticrecognition.domain.cost.Spending;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.latency.Percentiles;
import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.Performance;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import dev.elasticrecognition.domain.scaling.Supply;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How the fleet stood at one moment.
 *
 * @param at when
 * @param queue what was in the request queue; empty if it couldn't be asked
 * @param unanswered requests that front ends waited for
 * @param oldest how long the oldest of them had been waiting
 * @param booting instances that were on their way
 * @param ready instances whose worker took requests
 * @param busy of those, the ones that had requests in progress
 * @param draining instances that finished what they had
 * @param desired how many instances there were to be
 * @param shadowDesired how many there were to be for the shadow policy; empty if there was none
 * @param arrivals requests a second, over the ten seconds before
 * @param completions answers a second, over the ten seconds before
 * @param performance what instances were capable of
 * @param spent what had been spent by then, since the meter began; empty in samples of versions that didn't count it
 * @param answerTimes how long the answers of the minute before took; empty if there were none
 */
public record Sample(
        Instant at,
        Optional<Backlog> queue,
        int unanswered,
        Optional<Duration> oldest,
        int booting,
        int ready,
        int busy,
        int draining,
        int desired,
        Optional<Integer> shadowDesired,
        double arrivals,
        double completions,
        Performance performance,
        Optional<Spending> spent,
        Optional<Percentiles> answerTimes) {

    public Sample {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(oldest, "oldest");
        Objects.requireNonNull(shadowDesired, "shadowDesired");
        Objects.requireNonNull(performance, "performance");
        Objects.requireNonNull(spent, "spent");
        Objects.requireNonNull(answerTimes, "answerTimes");
    }

    /** What a tick saw and decided. */
    static Sample of(Tick tick) {
        Observation seen = tick.observation();
        Supply supply = seen.supply();
        return new Sample(
                seen.at(),
                seen.demand().queue(),
                seen.demand().unanswered(),
                seen.demand().oldest(),
                supply.booting(),
                supply.ready(),
                supply.busy(),
                supply.draining(),
                tick.decision().desiredCapacity(),
                tick.shadow().map(ScalingDecision::desiredCapacity),
                seen.traffic().arrivals().tenSeconds(),
                seen.traffic().completions().tenSeconds(),
                seen.performance(),
                Optional.of(tick.meter().total()),
                tick.answerTimes().percentiles());
    }
}
