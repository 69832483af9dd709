package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.fleet.Work;
import dev.elasticrecognition.domain.fleet.WorkMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A worker that two requests keep busy. */
class WorkMeterTest {

    private static final Duration LONG_AGO = Duration.ofMinutes(1);

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final WorkMeter meter = new WorkMeter(2, clock);

    @Test
    void requestsAreCountedWhileTheyAreHeldAndWhenTheyAreAnswered() {
        meter.begin(Duration.ofMillis(300));
        meter.begin(Duration.ofMillis(200));
        meter.end(true);

        assertThat(meter.work().inProgress()).isEqualTo(1);
        assertThat(meter.work().done()).isEqualTo(1);
        assertThat(meter.work().waited()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aRequestThatWasNotAnsweredIsNotDone() {
        meter.begin(Duration.ZERO);
        meter.end(false);

        assertThat(meter.work()).isEqualTo(new Work(0, 0, Duration.ZERO, 0, Duration.ZERO));
    }

    @Test
    void aWorkerWithAFreePlaceIsNotSaturated() {
        meter.begin(LONG_AGO);
        pass(100);
        meter.end(true);
        pass(100);

        assertSaturated(0, 0);
    }

    @Test
    void aFullWorkerIsSaturatedAlsoWhileItIsAsked() {
        fill();
        pass(70);
        assertSaturated(70, 0);

        pass(30);
        meter.end(true);
        assertSaturated(100, 1);
    }

    @Test
    void aWorkerWithMoreThanEnoughIsSaturated() {
        fill();
        fill();
        pass(100);
        assertSaturated(100, 0);

        meter.end(true);
        pass(50);
        assertSaturated(150, 1);
    }

    @Test
    void theTimeThatAStoreTakesToComeBackDoesNotCount() {
        fill();
        pass(100);
        meter.stall();
        meter.stall();
        pass(60_000);
        assertThat(meter.work().inProgress()).isEqualTo(2);
        meter.resume();
        pass(1_000);
        meter.resume();
        pass(30);
        meter.end(true);

        assertSaturated(130, 1);
    }

    @Test
    void theTimeToFetchARequestThatWasWaitingBelongsToIt() {
        fill();
        pass(100);
        meter.end(true);
        pass(10);
        meter.end(true);
        pass(5);
        meter.begin(Duration.ofMillis(15));
        meter.begin(Duration.ofMillis(15));

        assertSaturated(115, 2);
    }

    @Test
    void theTimeThatARequestWasWaitedForDoesNot() {
        fill();
        pass(100);
        meter.end(true);
        pass(15);
        meter.end(true);
        meter.begin(Duration.ofMillis(14));
        meter.begin(LONG_AGO);
        pass(10);
        meter.end(true);

        assertSaturated(110, 2);
    }

    private void fill() {
        meter.begin(LONG_AGO);
        meter.begin(LONG_AGO);
    }

    private void pass(long millis) {
        clock.pass(Duration.ofMillis(millis));
    }

    private void assertSaturated(long millis, long done) {
        assertThat(meter.work().saturated()).isEqualTo(Duration.ofMillis(millis));
        assertThat(meter.work().doneSaturated()).isEqualTo(done);
    }
}
