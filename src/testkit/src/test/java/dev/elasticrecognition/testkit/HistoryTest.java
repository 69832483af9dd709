package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.history.History;
import dev.elasticrecognition.domain.history.KeepHistory;
import dev.elasticrecognition.domain.history.Point;
import dev.elasticrecognition.domain.history.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was is still known after a restart, and no more than six hours of it. */
class HistoryTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final InMemorySampleLog log = new InMemorySampleLog();
    private final Front front = new Front(true);

    @Test
    void ofTenSecondsTheLastTickCounts() {
        front.runs(Duration.ofSeconds(19));

        assertThat(front.times()).containsExactly(Samples.NOON.plusSeconds(9), Samples.NOON.plusSeconds(19));
    }

    @Test
    void aSampleTellsWhatItsTickSaw() {
        front.runs(Duration.ZERO);

        assertThat(front.history.since(Samples.NOON))
                .containsExactly(new Sample(
                        Samples.NOON,
                        FleetSamples.sample(Samples.NOON).queue(),
                        7,
                        FleetSamples.sample(Samples.NOON).oldest(),
                        2,
                        2,
                        1,
                        0,
                        4,
                        Optional.of(3),
                        2.5,
                        1,
                        FleetSamples.sample(Samples.NOON).performance(),
                        FleetSamples.sample(Samples.NOON).spent(),
                        FleetSamples.answerTimes().percentiles()));
    }

    @Test
    void noMoreThanSixHoursAreRemembered() {
        front.history.note(FleetSamples.tick(true, clock.instant()));
        front.history.note(FleetSamples.tick(true, clock.instant().plusSeconds(10)));

        front.history.note(
                FleetSamples.tick(true, clock.instant().plus(History.KEPT).plusSeconds(10)));

        assertThat(front.times()).hasSize(2).doesNotContain(Samples.NOON);
    }

    @Test
    void aFrontEndThatStartsKnowsWhatTheLeaderSaw() {
        front.runs(Duration.ofMinutes(10));

        Front other = new Front(false);
        other.runs(Duration.ofSeconds(10));

        assertThat(other.times()).contains(Samples.NOON.plusSeconds(9), Samples.NOON.plusSeconds(9 * 60 - 1));
    }

    @Test
    void whatTheLeaderHadNotWrittenYetIsReadALittleLater() {
        front.runs(Duration.ofSeconds(90));
        Front other = new Front(false);
        Instant start = clock.instant();
        runTogether(other, Duration.ofMinutes(3));

        assertThat(gaps(other.times())).as("holes").isEmpty();
        assertThat(other.times()).anyMatch(time -> time.isBefore(start));
    }

    @Test
    void aChangeOfLeaderLeavesNoHole() {
        Front other = new Front(false);
        runTogether(other, Duration.ofMinutes(5).plusSeconds(25));
        other.leading = true;
        other.runs(Duration.ofMinutes(3));

        Front third = new Front(false);
        third.runs(Duration.ofSeconds(10));

        assertThat(gaps(third.times().stream()
                        .filter(time -> time.isBefore(clock.instant().minus(MINUTE.plusSeconds(10))))
                        .toList()))
                .isEmpty();
    }

    @Test
    void aLeaderThatStopsWritesTheRest() {
        front.runs(Duration.ofSeconds(25));
        front.keep.end(true);

        assertThat(log.since(Samples.NOON))
                .extracting(Sample::at)
                .containsExactly(Samples.NOON.plusSeconds(9), Samples.NOON.plusSeconds(19));
    }

    @Test
    void whoDoesNotLeadWritesNothing() {
        front.leading = false;
        front.runs(Duration.ofMinutes(3));
        front.keep.end(false);

        assertThat(log.since(Instant.EPOCH)).isEmpty();
    }

    @Test
    void whatNobodyReadsAnyMoreIsForgotten() {
        log.add(Samples.NOON.minus(History.KEPT).minusSeconds(1), List.of(FleetSamples.sample(Samples.NOON)));
        front.runs(Duration.ofSeconds(1));

        assertThat(log.since(Instant.EPOCH)).isEmpty();
    }

    @Test
    void aPointTellsTheWorstOfWhatWaitedAndTheMeanOfTheRest() {
        List<Point> points = Point.of(
                List.of(
                        FleetSamples.sample(Samples.NOON),
                        FleetSamples.blindSample(Samples.NOON.plusSeconds(59)),
                        FleetSamples.blindSample(Samples.NOON.plusSeconds(60))),
                MINUTE);

        assertThat(points).hasSize(2);
        Point first = points.get(0);
        assertThat(first.at()).isEqualTo(Samples.NOON);
        assertThat(first.queue()).isEqualTo(FleetSamples.sample(Samples.NOON).queue());
        assertThat(first.unanswered()).isEqualTo(7);
        assertThat(first.oldest()).contains(Duration.ofMillis(1500));
        assertThat(first.ready()).isEqualTo(1.5);
        assertThat(first.desired()).isEqualTo(3);
        assertThat(first.shadowDesired()).contains(3.0);
        assertThat(points.get(1).shadowDesired()).isEmpty();
        assertThat(first.arrivals()).isEqualTo(1.25);
        assertThat(first.answerTimes()).isEqualTo(FleetSamples.answerTimes().percentiles());
        assertThat(points.get(1).queue()).isEmpty();
        assertThat(points.get(1).answerTimes()).isEmpty();
    }

    /** Both tick, each second. */
    private void runTogether(Front other, Duration time) {
        for (long second = 0; second <= time.toSeconds(); second++) {
            front.tick();
            other.tick();
            clock.pass(Duration.ofSeconds(1));
        }
    }

    private static List<Instant> gaps(List<Instant> times) {
        return java.util.stream.IntStream.range(1, times.size())
                .filter(i -> Duration.between(times.get(i - 1), times.get(i)).compareTo(Duration.ofSeconds(19)) > 0)
                .mapToObj(times::get)
                .toList();
    }

    /** A front end, as far as it has to do with history. */
    private final class Front {

        private final History history = new History();
        private final KeepHistory keep = new KeepHistory(history, log, clock);
        private boolean leading;

        Front(boolean leading) {
            this.leading = leading;
        }

        /** Ticks, the first time at once, until so much time has passed. */
        void runs(Duration time) {
            tick();
            for (long second = 0; second < time.toSeconds(); second++) {
                clock.pass(Duration.ofSeconds(1));
                tick();
            }
        }

        void tick() {
            history.note(FleetSamples.tick(leading, clock.instant()));
            keep.keep(leading);
        }

        List<Instant> times() {
            return history.since(Instant.EPOCH).stream().map(Sample::at).toList();
        }
    }
}
