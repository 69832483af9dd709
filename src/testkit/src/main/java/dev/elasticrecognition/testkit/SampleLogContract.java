package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.history.Sample;
import dev.elasticrecognition.domain.history.SampleLog;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every log of samples keeps. */
public abstract class SampleLogContract {

    private static final Instant NOON = Samples.NOON;
    private static final Instant LATER = NOON.plusSeconds(60);

    private final Sample first = FleetSamples.sample(NOON.minusSeconds(10));
    private final Sample second = FleetSamples.blindSample(NOON);
    private final Sample third = FleetSamples.sample(LATER.minusNanos(1_000));

    /** A new, empty log. */
    protected abstract SampleLog log();

    @Test
    void whatWasAddedSinceATimeIsReadAsItWasAdded() {
        SampleLog log = log();
        log.add(NOON, List.of(first, second));
        log.add(LATER, List.of(third));

        assertThat(log.since(NOON)).containsExactlyInAnyOrder(first, second, third);
        assertThat(log.since(NOON.plusMillis(1))).containsExactly(third);
        assertThat(log.since(LATER.plusMillis(1))).isEmpty();
    }

    @Test
    void whatTwoAddAtTheSameTimeIsAllKept() {
        SampleLog log = log();
        log.add(NOON, List.of(first));
        log.add(NOON, List.of(second));

        assertThat(log.since(NOON)).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void whatIsForgottenIsGone() {
        SampleLog log = log();
        log.add(NOON, List.of(first, second));
        log.add(LATER, List.of(third));

        log.forgetBefore(LATER);

        assertThat(log.since(NOON)).containsExactly(third);
    }
}
