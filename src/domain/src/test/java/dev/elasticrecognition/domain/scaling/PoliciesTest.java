package dev.elasticrecognition.domain.scaling;

import static dev.elasticrecognition.domain.scaling.Observations.quiet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.scaling.ScalingSettings.Policy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simpler policies, and those around them. */
class PoliciesTest {

    @ParameterizedTest(name = "{0} requests, {1} for each instance: {2}")
    @CsvSource({"0, 10, 0", "1, 10, 1", "10, 10, 1", "11, 10, 2", "7, 1, 7"})
    void backlogPerInstanceRoundsUp(int work, int requests, int need) {
        assertThat(new BacklogPerInstance(requests)
                        .decide(quiet().waiting(work).now(), RecentNeeds.NONE)
                        .need())
                .isEqualTo(need);
    }

    @Test
    void theMostThatAnySourceKnowsOfIsTheWork() {
        Demand ledgerKnowsMore = new Demand(Optional.of(new Backlog(1, 1, 0)), 5, Optional.empty());

        assertThat(new BacklogPerInstance(1)
                        .decide(quiet().demand(ledgerKnowsMore).now(), RecentNeeds.NONE)
                        .need())
                .isEqualTo(5);
    }

    @ParameterizedTest(name = "{0} wanted between {1} and {2}: {3}")
    @CsvSource({"0, 1, 20, 1", "5, 1, 20, 5", "30, 1, 20, 20"})
    void boundsRaiseAndCap(int wanted, int minimum, int maximum, int desired) {
        ScalingDecision decision = new WithinBounds(minimum, maximum, new FixedCapacity(wanted, "test"))
                .decide(quiet().now(), RecentNeeds.NONE);

        assertThat(decision.desiredCapacity()).isEqualTo(desired);
        assertThat(decision.need()).isEqualTo(wanted);
    }

    @Test
    void unknownIsNotZero() {
        ScalingPolicy policy = new HeldWhileUnknown(new FixedCapacity(2, "test"));
        Demand unknown = new Demand(Optional.empty(), 0, Optional.empty());

        assertThat(policy.decide(quiet().demand(unknown).instances(7).now(), RecentNeeds.NONE)
                        .desiredCapacity())
                .as("the queue can't be asked")
                .isEqualTo(7);
        assertThat(policy.decide(quiet().supply(false, 7).now(), RecentNeeds.NONE)
                        .desiredCapacity())
                .as("the cloud can't be asked")
                .isEqualTo(7);
        assertThat(policy.decide(quiet().demand(unknown).instances(1).now(), RecentNeeds.NONE)
                        .desiredCapacity())
                .as("what is known may still scale out")
                .isEqualTo(2);
    }

    @Test
    void withTheShortestSettingsEverythingIsGivenBackAfterTheLastAnswer() {
        ScalingPolicy policy = new ScalingSettings(
                        Policy.LATENCY_OBJECTIVE, 0, 20, Duration.ofSeconds(10), 1, 10, Duration.ZERO, 0)
                .scalingPolicy();
        Observation answered = quiet().arriving(3, 1, 1)
                .instances(4)
                .bootingFor(Duration.ofSeconds(6))
                .now();

        assertThat(policy.decide(answered, RecentNeeds.NONE.and(answered.at(), 4))
                        .desiredCapacity())
                .isZero();
    }
}
