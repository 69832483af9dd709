package dev.elasticrecognition.simulator.scalers;

import static dev.elasticrecognition.simulator.Samples.at;
import static dev.elasticrecognition.simulator.Samples.exact;
import static dev.elasticrecognition.simulator.Samples.regular;
import static dev.elasticrecognition.simulator.Samples.requests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.simulator.site.Outcome;
import dev.elasticrecognition.simulator.site.Outcome.Sample;
import dev.elasticrecognition.simulator.site.Scaler;
import dev.elasticrecognition.simulator.site.Simulation;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rivals act when their originals would. */
class RivalsTest {

    private static final Duration SERVICE = Duration.ofMillis(500);

    @Test
    void targetTrackingScalesOutAtTheThirdReadingAboveTheTarget() {
        Outcome outcome = run(regular(600, Duration.ofMillis(250), SERVICE), new TargetTracking(10));

        assertThat(instancesAt(outcome, 120)).isEqualTo(1);
        assertThat(instancesAt(outcome, 180)).isGreaterThan(5);
    }

    @Test
    void targetTrackingScalesInAtTheFifteenthReadingBelowIt() {
        Workload burstThenLittle = requests(SERVICE, concat(regularSeconds(600, 0.25), regularSeconds(40, 60)));

        Outcome outcome = run(burstThenLittle, new TargetTracking(10));

        assertThat(instancesAt(outcome, 15 * 60)).isGreaterThan(5);
        assertThat(instancesAt(outcome, 30 * 60)).isEqualTo(1);
    }

    @Test
    void kedaGoesFromNoneToOneAndOnFromThereAtTheNextSync() {
        Outcome outcome = run(requests(SERVICE, copies(20, 10)), new Keda(5));

        assertThat(instancesAt(outcome, 15)).isZero();
        assertThat(instancesAt(outcome, 30)).isEqualTo(1);
        assertThat(instancesAt(outcome, 45)).isEqualTo(4);
    }

    @Test
    void kedaKeepsPodsForFiveMinutes() {
        Outcome outcome = run(requests(SERVICE, concat(copies(20, 10), regularSeconds(20, 50))), new Keda(5));

        assertThat(instancesAt(outcome, 5 * 60)).isEqualTo(4);
        assertThat(instancesAt(outcome, 10 * 60)).isLessThan(4);
        assertThat(outcome.busyKills()).isZero();
    }

    @Test
    void buildkiteLaunchesForEachRequestAndInstancesLeaveAfterTheIdleTimeout() {
        Outcome outcome = run(
                requests(SERVICE, concat(copies(7, 5), new double[] {800, 1600})),
                new BuildkitePoller(1, Duration.ofMinutes(10)));

        assertThat(instancesAt(outcome, 10)).isEqualTo(7);
        assertThat(instancesAt(outcome, 600)).isEqualTo(7);
        assertThat(instancesAt(outcome, 720)).isLessThan(7);
        assertThat(outcome.busyKills()).isZero();
    }

    private static Outcome run(Workload workload, Scaler scaler) {
        return Simulation.run(workload, exact(), scaler, 1);
    }

    private static int instancesAt(Outcome outcome, double second) {
        return outcome.samples().stream()
                .filter(sample -> !sample.at().isAfter(at(second)))
                .mapToInt(RivalsTest::instances)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static int instances(Sample sample) {
        return sample.ready() + sample.booting();
    }

    private static double[] copies(int number, double second) {
        return DoubleStream.generate(() -> second).limit(number).toArray();
    }

    private static double[] regularSeconds(int number, double interval) {
        return IntStream.rangeClosed(1, number).mapToDouble(i -> i * interval).toArray();
    }

    private static double[] concat(double[] one, double[] other) {
        return DoubleStream.concat(DoubleStream.of(one), DoubleStream.of(other)).toArray();
    }
}
