package dev.elasticrecognition.simulator.site;

import static dev.elasticrecognition.simulator.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CounterHistoryTest {

    private static final Counters BEFORE = new Counters(0, 0);
    private static final Counters AFTER = new Counters(5, 1);

    @Test
    void withoutLagTheNewestIsRead() {
        CounterHistory history = history(Duration.ZERO);

        assertThat(history.read(at(10))).isEqualTo(AFTER);
    }

    @Test
    void withinTheLagOldAndNewAreReadAtRandom() {
        CounterHistory history = history(Duration.ofMinutes(1));

        assertThat(readOften(history, 40)).containsExactlyInAnyOrder(BEFORE, AFTER);
    }

    @Test
    void afterTheLagOnlyTheNewIsRead() {
        CounterHistory history = history(Duration.ofMinutes(1));

        assertThat(readOften(history, 71)).containsExactly(AFTER);
    }

    /** Something came at second 10. */
    private static CounterHistory history(Duration lag) {
        var history = new CounterHistory(lag, new Random(1));
        history.record(at(0), BEFORE);
        history.record(at(10), AFTER);
        return history;
    }

    private static Set<Counters> readOften(CounterHistory history, double second) {
        Set<Counters> read = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            read.add(history.read(at(second)));
        }
        return read;
    }
}
