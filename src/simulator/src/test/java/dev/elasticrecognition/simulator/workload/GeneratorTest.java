package dev.elasticrecognition.simulator.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratorTest {

    private static final Duration LENGTH = Duration.ofHours(20);

    @ParameterizedTest
    @EnumSource(Generator.class)
    void everyShapeHasTheMeanRateRoughly(Generator shape) {
        assertThat(shape.arrivals(2, LENGTH, 1))
                .hasSizeBetween(100_000, 190_000)
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource(Generator.class)
    void theSameSeedGivesTheSameArrivals(Generator shape) {
        List<Instant> arrivals = shape.arrivals(5, Duration.ofMinutes(10), 3);

        assertThat(shape.arrivals(5, Duration.ofMinutes(10), 3)).isEqualTo(arrivals);
        assertThat(shape.arrivals(5, Duration.ofMinutes(10), 4)).isNotEqualTo(arrivals);
    }

    @Test
    void aLoadFactorMultipliesThem() {
        List<Instant> arrivals = Generator.STEADY.arrivals(2, Duration.ofHours(5), 1);

        assertThat(new Load(0.5).apply(arrivals, 1).size())
                .isCloseTo(arrivals.size() / 2, Percentage.withPercentage(3));
        assertThat(new Load(2).apply(arrivals, 1)).hasSize(2 * arrivals.size()).isSorted();
    }

    @Test
    void theMedianOfDurationsIsWhatWasAskedFor() {
        var random = new java.util.Random(1);
        var durations = new Durations(Duration.ofSeconds(60), 0.3);
        long below = java.util.stream.IntStream.range(0, 10_000)
                .filter(any -> durations.draw(random).toSeconds() < 60)
                .count();

        assertThat(below / 10_000.0).isCloseTo(0.5, within(0.02));
    }
}
