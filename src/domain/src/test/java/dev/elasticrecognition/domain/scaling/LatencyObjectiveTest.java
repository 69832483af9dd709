package dev.elasticrecognition.domain.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An instance answers 2 requests per second, so 10 within half of an objective of 10 s; a boot takes 60 s. */
class LatencyObjectiveTest {

    private static final ScalingPolicy POLICY = new LatencyObjective(Duration.ofSeconds(10), 1);

    private record Row(String sentence, Observations observed, int need) {

        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Row> rows() {
        Observations quiet = Observations.quiet();
        return Stream.of(
                new Row("Nothing is needed for nothing", quiet, 0),
                new Row("One request needs an instance", quiet.waiting(1), 1),
                new Row(
                        "Ten are what one instance answers in time",
                        quiet.waiting(10).instances(1),
                        1),
                new Row("Eleven are too many for one", quiet.waiting(11).instances(1), 2),
                new Row(
                        "A backlog that those ready can answer needs no others",
                        quiet.waiting(50).instances(5),
                        5),
                new Row(
                        "A stream of 8/s is a load of 4 and needs headroom",
                        quiet.waiting(4).arriving(8, 8, 8).instances(5),
                        5),
                new Row(
                        "The higher of the last minute and the last five counts for a stream",
                        quiet.waiting(4).arriving(8, 8, 16).instances(9),
                        9),
                new Row(
                        "60 requests within ten seconds need two, although the minute's rate is low",
                        quiet.waiting(4).arriving(6, 1, 0.2).instances(2),
                        2),
                new Row(
                        "Without an instance all that comes until one is ready is to be caught up with",
                        quiet.waiting(5).arriving(1, 1, 1),
                        7),
                new Row(
                        "What comes just now is expected to go on for half a boot",
                        quiet.waiting(10).arriving(4, 0.5, 0.1).instances(1),
                        3),
                new Row(
                        "Those that boot are counted on, so nothing is launched twice",
                        quiet.waiting(10).arriving(1, 1, 1).instances(0, 5, 5, 5, 5, 5, 5, 5, 5),
                        1),
                new Row(
                        "One that boots for one and a half times as long is not counted on any more",
                        quiet.waiting(20).instances(0, 100),
                        3),
                new Row(
                        "One that is about to be ready is counted on for all the time of a boot",
                        quiet.waiting(20).arriving(1, 1, 1).instances(0, 59),
                        2),
                new Row(
                        "One that was just launched only for what it does after its own",
                        quiet.waiting(20).arriving(1, 1, 1).instances(0, 0),
                        9),
                new Row(
                        "Nothing waits and nothing has come for ten seconds: nothing is needed",
                        quiet.arriving(0, 3, 3).instances(3),
                        0),
                new Row(
                        "Nothing waits just now, but more will come before a boot is over",
                        quiet.arriving(2, 2, 2).instances(2),
                        2),
                new Row(
                        "Where a boot is shorter than the objective, nothing is kept for what may come",
                        quiet.arriving(2, 2, 2).instances(2).bootingFor(Duration.ofSeconds(6)),
                        0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void needs(Row row) {
        ScalingDecision decision = POLICY.decide(row.observed().now(), RecentNeeds.NONE);

        assertThat(decision.need()).as(decision.reason()).isEqualTo(row.need());
        assertThat(decision.desiredCapacity()).isEqualTo(decision.need());
    }

    @Test
    void theReasonHasTheNumbersThatItFollowsFrom() {
        ScalingDecision decision = POLICY.decide(
                Observations.quiet().waiting(28).arriving(8, 8, 8).instances(5).now(), RecentNeeds.NONE);

        assertThat(decision.reason())
                .isEqualTo(
                        "8.00/s arriving at 2.00/s an instance need 5; bursts as lately 4; 28 requests within 5.0 s 3; "
                                + "those there suffice after a boot");
        assertThat(decision.whyNotLess()).isEqualTo("4 have no headroom for 8.00/s");
    }

    @Test
    void moreHeadroomIsMoreCapacity() {
        Observation steady = Observations.quiet()
                .waiting(4)
                .arriving(32, 32, 32)
                .instances(20)
                .now();

        assertThat(Stream.of(0, 1, 2, 4)
                        .map(headroom -> new LatencyObjective(Duration.ofSeconds(10), headroom)
                                .decide(steady, RecentNeeds.NONE)
                                .need()))
                .containsExactly(16, 18, 19, 22);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void anObjectiveIsAboveZero(Duration objective) {
        assertThatThrownBy(() -> new LatencyObjective(objective, 1)).hasMessageContaining("An objective is above 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 10.1, Double.NaN})
    void aHeadroomIsZeroToTen(double headroom) {
        assertThatThrownBy(() -> new LatencyObjective(Duration.ofSeconds(10), headroom))
                .hasMessageContaining("A headroom is 0 to 10");
    }
}
