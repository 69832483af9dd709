package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.fleet.FrontReport;
import dev.elasticrecognition.domain.fleet.SweepResponseQueues;
import dev.elasticrecognition.domain.latency.LatencyHistogram;
import dev.elasticrecognition.domain.recognition.ResponseQueues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Response queues go after their front ends. */
class SweepResponseQueuesTest {

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final InMemoryFrontReports reports = new InMemoryFrontReports();
    private final Queues queues = new Queues();
    private final SweepResponseQueues sweepResponseQueues = new SweepResponseQueues(queues, reports, clock);

    @Test
    void theQueueOfADeadFrontEndIsDeleted() {
        queues.open("dead", clock.instant());
        queues.open("alive", clock.instant());
        reports.send(report("alive"));
        clock.pass(Duration.ofMinutes(11));

        assertThat(sweepResponseQueues.sweep()).containsExactly("dead");

        assertThat(queues.list()).extracting(ResponseQueues.Existing::name).containsExactly("alive");
    }

    @Test
    void aFrontEndThatHasJustOpenedItsQueueIsGivenTimeToReport() {
        queues.open("new", clock.instant());
        clock.pass(Duration.ofMinutes(9));

        assertThat(sweepResponseQueues.sweep()).isEmpty();

        assertThat(queues.list()).hasSize(1);
    }

    private static FrontReport report(String front) {
        return new FrontReport(front, 1, 0, 0, 0, Optional.empty(), LatencyHistogram.NONE);
    }

    private static final class Queues implements ResponseQueues {

        private final List<Existing> existing = new ArrayList<>();

        void open(String name, Instant at) {
            existing.add(new Existing(name, at));
        }

        @Override
        public List<Existing> list() {
            return List.copyOf(existing);
        }

        @Override
        public void delete(String name) {
            existing.removeIf(queue -> queue.name().equals(name));
        }
    }
}
