package dev.elasticrecognition.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elasticrecognition.domain.history.Sample;
import dev.elasticrecognition.domain.scaling.Performance;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.domain.scaling.ScalingSettings.Policy;
import dev.elasticrecognition.simulator.site.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was measured is replayed as it was, and other settings make of it what they would have made. */
class ReplayTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration OBJECTIVE = Duration.ofSeconds(10);

    @Test
    void asManyRequestsComeAsWereMeasuredAndWhen() {
        Replay replay = Replay.of(samples(360, 0.25), OBJECTIVE, 20).orElseThrow();

        assertThat(replay.workload().requests()).hasSize(900);
        assertThat(replay.from()).isEqualTo(NOON.minusSeconds(10));
        assertThat(replay.to()).isEqualTo(NOON.plusSeconds(3590));
        assertThat(replay.real(replay.workload().lastArrival()))
                .isBetween(replay.to().minusSeconds(20), replay.to());
        assertThat(Duration.between(
                                replay.from(),
                                replay.real(
                                        replay.workload().requests().get(450).arrival()))
                        .toSeconds())
                .isCloseTo(1800, within(30L));
    }

    @Test
    void moreInstancesAnswerSoonerAndCostMore() {
        Replay replay = Replay.of(samples(180, 4.5), OBJECTIVE, 20).orElseThrow();

        Outcome few = replay.through(settings(2));
        Outcome many = replay.through(settings(6));

        assertThat(many.percentile(0.99)).isLessThan(few.percentile(0.99));
        assertThat(many.instanceTime()).isGreaterThan(few.instanceTime());
        assertThat(many.shareInTime()).isGreaterThan(few.shareInTime());
    }

    @Test
    void theSameSettingsGiveTheSameOutcome() {
        Replay replay = Replay.of(samples(60, 2), OBJECTIVE, 20).orElseThrow();

        assertThat(replay.through(settings(4))).isEqualTo(replay.through(settings(4)));
    }

    @Test
    void whereNothingCameThereIsNothingToReplay() {
        assertThat(Replay.of(List.of(), OBJECTIVE, 20)).isEmpty();
        assertThat(Replay.of(samples(60, 0), OBJECTIVE, 20)).isEmpty();
    }

    @Test
    @Timeout(20)
    void ofTooManyRequestsTheNewestAreReplayedInSeconds() {
        Replay replay = Replay.of(samples(2160, 40), OBJECTIVE, 20).orElseThrow();

        assertThat(replay.workload().requests()).hasSizeBetween(49_000, Replay.MOST_REQUESTS);
        assertThat(replay.to()).isEqualTo(NOON.plusSeconds(21_590));
        assertThat(replay.through(settings(20)).waits())
                .hasSameSizeAs(replay.workload().requests());
    }

    /** So many samples, ten seconds apart, of two ready instances that answer two requests a second each. */
    private static List<Sample> samples(int number, double arrivals) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Sample(
                        NOON.plusSeconds(10L * i),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        0,
                        2,
                        0,
                        0,
                        2,
                        Optional.empty(),
                        arrivals,
                        arrivals,
                        new Performance(2, Duration.ofSeconds(20)),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    private static ScalingSettings settings(int instances) {
        return new ScalingSettings(
                Policy.LATENCY_OBJECTIVE, instances, instances, OBJECTIVE, 1, 10, Duration.ofMinutes(10), 0);
    }
}
