package dev.elasticrecognition.simulator.site;

import static dev.elasticrecognition.simulator.Samples.exact;
import static dev.elasticrecognition.simulator.Samples.requests;
import static dev.elasticrecognition.simulator.Samples.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.simulator.scalers.BuildkitePoller;
import dev.elasticrecognition.simulator.scalers.Keda;
import dev.elasticrecognition.simulator.scalers.StaticFleet;
import dev.elasticrecognition.simulator.workload.Durations;
import dev.elasticrecognition.simulator.workload.Generator;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody can do better who meets the objective. */
class OracleTest {

    private static final Duration SERVICE = Duration.ofSeconds(1);

    @Test
    void packsWorkAsLongAsTheObjectiveAllows() {
        Outcome outcome = Oracle.plan(requests(SERVICE, 100, 100, 100), exact());

        assertThat(outcome.waits()).containsExactly(seconds(1), seconds(2), seconds(3));
        assertThat(outcome.launches()).isOne();
        assertThat(outcome.instanceTime()).isEqualTo(seconds(60 + 3));
    }

    @Test
    void launchesAgainWhenAPauseIsLongerThanABoot() {
        assertThat(Oracle.plan(requests(SERVICE, 100, 160), exact()).launches()).isOne();
        assertThat(Oracle.plan(requests(SERVICE, 100, 162), exact()).launches()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Generator.class)
    void costsNoMoreThanWhoeverKnowsLess(Generator shape) {
        Workload workload = Workload.of(
                "any", shape.arrivals(2, Duration.ofMinutes(30), 3), Durations.fixed(Duration.ofMillis(500)), 3);
        Outcome oracle = Oracle.plan(workload, exact());

        assertThat(oracle.instanceTime()).isGreaterThan(oracle.pureWork());
        assertThat(Stream.of(new StaticFleet(20), new Keda(5), new BuildkitePoller(1, Duration.ofMinutes(10)))
                        .map(scaler -> Simulation.run(workload, exact(), scaler, 1)))
                .allSatisfy(
                        other -> assertThat(other.shareInTime() > 0.98 ? other.instanceTime() : oracle.instanceTime())
                                .isGreaterThanOrEqualTo(oracle.instanceTime()));
    }
}
