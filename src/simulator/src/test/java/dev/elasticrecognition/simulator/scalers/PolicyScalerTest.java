package dev.elasticrecognition.simulator.scalers;

import static dev.elasticrecognition.simulator.Samples.regular;
import static dev.elasticrecognition.simulator.Samples.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import dev.elasticrecognition.domain.scaling.ScalingPolicy;
import dev.elasticrecognition.simulator.Samples;
import dev.elasticrecognition.simulator.site.Conditions.Faults;
import dev.elasticrecognition.simulator.site.Outcome;
import dev.elasticrecognition.simulator.site.Simulation;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** The policies of the domain see what the service sees, and their decisions are carried out as the service does. */
class PolicyScalerTest {

    private static final Workload FOUR_A_SECOND = regular(1200, Duration.ofMillis(250), Duration.ofMillis(500));

    private final List<Observation> seen = new ArrayList<>();

    @Test
    void theObservationIsWhatTheFrontEndsTheQueueAndTheInstancesTell() {
        run(FOUR_A_SECOND, Faults.NONE, now -> 3);

        Observation last = seen.get(140);
        assertThat(last.at()).isEqualTo(Samples.at(280));
        assertThat(last.traffic().arrivals().minute()).isEqualTo(4);
        assertThat(last.traffic().completions().minute()).isEqualTo(4);
        assertThat(last.performance().serviceRate()).isEqualTo(2);
        assertThat(last.performance().bootTime()).isEqualTo(Samples.BOOT);
        assertThat(last.demand().unanswered()).isBetween(2, 3);
        assertThat(last.supply().ready()).isEqualTo(3);
    }

    @Test
    void bootingInstancesAreTakenAwayFirst() {
        Outcome outcome =
                run(FOUR_A_SECOND, Faults.NONE, now -> secondsOf(now) < 100 ? 2 : secondsOf(now) < 110 ? 6 : 2);

        assertThat(outcome.launches()).isEqualTo(6);
        assertThat(seen.get(60).supply().ready()).isEqualTo(2);
        assertThat(outcome.busyKills()).isZero();
    }

    @Test
    void whoeverDrainsIsNotSeenAsReady() {
        run(FOUR_A_SECOND, Faults.NONE, now -> secondsOf(now) < 100 ? 5 : 2);

        assertThat(seen.get(52).supply().ready()).isEqualTo(2);
    }

    @Test
    void anInstanceThatBootsTwiceAsLongAsItShouldIsReplaced() {
        Outcome outcome = run(FOUR_A_SECOND, new Faults(0, 1, 0), now -> secondsOf(now) < 200 ? 1 : 0);

        assertThat(outcome.launches()).isEqualTo(2);
        assertThat(outcome.instanceTime()).isEqualTo(seconds(200));
    }

    private static long secondsOf(Observation now) {
        return Duration.between(Workload.START, now.at()).toSeconds();
    }

    private Outcome run(Workload workload, Faults faults, ToIntFunction<Observation> capacity) {
        ScalingPolicy policy = (now, past) -> {
            seen.add(now);
            return ScalingDecision.of(capacity.applyAsInt(now), "test", "test", "test");
        };
        return Simulation.run(workload, Samples.with(faults), new PolicyScaler(policy), 1);
    }
}
