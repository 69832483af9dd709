package dev.elasticrecognition.domain.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An instance answers 2 requests per second; a boot takes 60 s, and what is missing is launched in a second. */
class AnswerEstimateTest {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Observations QUIET = Observations.quiet();

    private record Row(String sentence, Observations observed, int desiredCapacity, double seconds) {

        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "An idle instance takes as long as one request takes",
                        QUIET.waiting(1).instances(1),
                        1,
                        0.5),
                new Row(
                        "Twenty idle instances make one request no faster",
                        QUIET.waiting(1).instances(20),
                        20,
                        0.5),
                new Row(
                        "Whoever comes last waits for all before",
                        QUIET.waiting(100).instances(1),
                        1,
                        50),
                new Row("Five share the work", QUIET.waiting(100).instances(5), 5, 10),
                new Row("Nothing runs: a tick, a boot and one request", QUIET.waiting(1), 1, 61.5),
                new Row("Nothing runs and much waits for those that will be launched", QUIET.waiting(40), 4, 66),
                new Row(
                        "One that boots needs only what is left of its boot",
                        QUIET.waiting(1).instances(0, 50),
                        1,
                        10.5),
                new Row(
                        "Those that boot begin one after the other: 10 s alone, then both together",
                        QUIET.waiting(40).instances(0, 50, 40),
                        2,
                        25),
                new Row(
                        "One that is ready by itself is done before the others have booted",
                        QUIET.waiting(20).instances(1, 5, 5),
                        3,
                        10),
                new Row(
                        "One that is ready and those that will be launched share what is left by then",
                        QUIET.waiting(200).instances(1),
                        5,
                        (100 + 4 * 61) / 5.0),
                new Row(
                        "A boot that takes somewhat longer than usual is over at any moment",
                        QUIET.waiting(1).instances(0, 70),
                        1,
                        0.5),
                new Row(
                        "One that is overdue is not counted on, its replacement is",
                        QUIET.waiting(1).instances(0, 90),
                        2,
                        61.5),
                new Row("What will be given back still works", QUIET.waiting(10).instances(5), 1, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void tells(Row row) {
        assertThat(untilAnswered(row.observed(), row.desiredCapacity()))
                .contains(Duration.ofMillis(Math.round(row.seconds() * 1000)));
    }

    static Stream<Row> unknown() {
        return Stream.of(
                new Row("Nothing runs and nothing will be launched", QUIET.waiting(1), 0, 0),
                new Row(
                        "The only one is overdue and won't be replaced",
                        QUIET.waiting(1).instances(0, 90),
                        1,
                        0),
                new Row("The cloud can't be asked", QUIET.waiting(1).supply(false, 1), 1, 0),
                new Row(
                        "The queue can't be asked",
                        QUIET.instances(1).demand(new Demand(Optional.empty(), 1, Optional.empty())),
                        1,
                        0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknown")
    void doesNotTellWhatNobodyKnows(Row row) {
        assertThat(untilAnswered(row.observed(), row.desiredCapacity())).isEmpty();
    }

    @Test
    void moreWorkIsWhatTheMostKnowingSourceSays() {
        assertThat(QUIET.waiting(3).now().withWork(5).demand().work()).isEqualTo(5);
        assertThat(QUIET.waiting(7).now().withWork(5).demand().work()).isEqualTo(7);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new AnswerEstimate(QUIET.now(), -1, TICK)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new AnswerEstimate(QUIET.now(), 1, TICK.negated()))
                .hasMessageContaining("PT-1S");
    }

    private static Optional<Duration> untilAnswered(Observations observed, int desiredCapacity) {
        return new AnswerEstimate(observed.now(), desiredCapacity, TICK).untilAnswered();
    }
}
