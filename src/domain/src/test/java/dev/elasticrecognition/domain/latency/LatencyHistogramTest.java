package dev.elasticrecognition.domain.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elasticrecognition.domain.latency.LatencyHistogram.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Percentiles are right within what is promised, whoever counted what. */
class LatencyHistogramTest {

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 0.9, 0.99, 1})
    void anyPercentileIsRightWithinFivePercent(double share) {
        Random random = new Random(7);
        List<Double> seconds = random.doubles(5000, -2, 4)
                .map(power -> Math.pow(10, power))
                .sorted()
                .boxed()
                .toList();
        AnswerTimes times = new AnswerTimes(() -> now);
        seconds.forEach(time -> times.note(Duration.ofNanos((long) (time * 1e9))));

        double exact = seconds.get((int) Math.ceil(share * seconds.size()) - 1);
        double told = times.lately().percentile(share).orElseThrow().toNanos() / 1e9;

        assertThat(told).isCloseTo(exact, within(exact * 0.0501));
    }

    @Test
    void addedUpIsTheSameAsCountedInOne() {
        AnswerTimes one = new AnswerTimes(() -> now);
        AnswerTimes other = new AnswerTimes(() -> now);
        AnswerTimes all = new AnswerTimes(() -> now);
        LongStream.range(0, 1000).mapToObj(i -> Duration.ofMillis(i * i)).forEach(time -> {
            (time.toMillis() % 2 == 0 ? one : other).note(time);
            all.note(time);
        });

        assertThat(one.lately().plus(other.lately())).isEqualTo(all.lately());
        assertThat(all.lately().count()).isEqualTo(1000);
    }

    @Test
    void withoutAnswersThereAreNoPercentiles() {
        assertThat(LatencyHistogram.NONE.percentiles()).isEmpty();
        assertThat(LatencyHistogram.NONE.count()).isZero();
    }

    @Test
    void whatIsShorterOrLongerThanAnyBucketIsCountedInTheNearest() {
        AnswerTimes times = new AnswerTimes(() -> now);
        times.note(Duration.ZERO);
        times.note(Duration.ofDays(400));

        assertThat(times.lately().buckets()).containsExactly(new Bucket(0, 1), new Bucket(LatencyHistogram.LAST, 1));
        assertThat(new Bucket(LatencyHistogram.LAST, 1).time()).isGreaterThan(Duration.ofDays(14));
    }

    @Test
    void afterAMinuteAnAnswerIsForgotten() {
        AnswerTimes times = new AnswerTimes(() -> now);
        List<Long> counts = new ArrayList<>();
        for (int second = 0; second < 180; second++) {
            times.note(Duration.ofMillis(5));
            counts.add(times.lately().count());
            now = now.plusSeconds(1);
        }

        assertThat(counts.get(54)).isEqualTo(55);
        assertThat(counts.subList(60, 180)).allMatch(count -> count >= 55 && count <= 60);
        now = now.plusSeconds(60);
        assertThat(times.lately()).isEqualTo(LatencyHistogram.NONE);
    }

    @Test
    void thereIsNoBucketBeyondTheLastNorAnEmptyOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bucket(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bucket(LatencyHistogram.LAST + 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bucket(0, 0));
    }
}
