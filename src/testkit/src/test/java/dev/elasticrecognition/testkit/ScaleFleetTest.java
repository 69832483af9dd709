package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.scaling.FixedCapacity;
import dev.elasticrecognition.domain.scaling.Fleet;
import dev.elasticrecognition.domain.scaling.FleetProvider;
import dev.elasticrecognition.domain.scaling.Instance;
import dev.elasticrecognition.domain.scaling.InstanceState;
import dev.elasticrecognition.domain.scaling.ScaleFleet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fleet follows its policy, whatever the cloud says and forgets to say. */
class ScaleFleetTest {

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final Cloud cloud = new Cloud();
    private final ScaleFleet scaleFleet =
            new ScaleFleet(cloud, () -> new Backlog(0, 0, 0), new FixedCapacity(2), clock);

    @Test
    void whatIsMissingIsLaunchedInOneCall() {
        scaleFleet.tick();

        assertThat(cloud.launches).containsExactly(2);
    }

    @Test
    void whatIsThereIsNotLaunchedAgain() {
        scaleFleet.tick();
        scaleFleet.tick();

        assertThat(cloud.launches).containsExactly(2);
    }

    @Test
    void whatTheCloudDoesNotDescribeYetIsNotLaunchedAgain() {
        cloud.silent = true;
        scaleFleet.tick();
        scaleFleet.tick();

        assertThat(cloud.launches).containsExactly(2);
    }

    @Test
    void whatTheCloudNeverDescribesIsGivenUpAndReplaced() {
        cloud.silent = true;
        scaleFleet.tick();
        clock.pass(Duration.ofMinutes(6));
        scaleFleet.tick();

        assertThat(cloud.launches).containsExactly(2, 2);
    }

    @Test
    void anInstanceThatEndedIsReplaced() {
        scaleFleet.tick();
        cloud.end("i-1");
        scaleFleet.tick();

        assertThat(cloud.launches).containsExactly(2, 1);
    }

    @Test
    void aLaunchWhoseOutcomeIsUnknownIsRepeatedAsItWas() {
        cloud.losesAnswers = true;
        assertThatExceptionOfType(Unavailable.class).isThrownBy(scaleFleet::tick);
        cloud.losesAnswers = false;
        cloud.silent = true;

        scaleFleet.tick();

        assertThat(cloud.instances).hasSize(2);
    }

    /** A cloud that launches, with a client token as EC2 has it, and can be slow to tell. */
    private final class Cloud implements FleetProvider {

        private final Map<String, List<Instance>> byToken = new HashMap<>();
        private final List<Instance> instances = new ArrayList<>();
        private final List<Integer> launches = new ArrayList<>();
        private boolean silent;
        private boolean losesAnswers;

        @Override
        public Fleet describe() {
            return new Fleet(silent ? List.of() : instances);
        }

        @Override
        public List<Instance> launch(int atMost, String token) {
            List<Instance> launched = byToken.computeIfAbsent(token, any -> launched(atMost));
            if (losesAnswers) {
                throw new Unavailable("launch", new IllegalStateException("the answer was lost"));
            }
            return launched;
        }

        void end(String id) {
            instances.replaceAll(instance -> instance.id().equals(id)
                    ? new Instance(id, InstanceState.TERMINATED, instance.launchedAt())
                    : instance);
        }

        private List<Instance> launched(int number) {
            launches.add(number);
            List<Instance> launched = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                launched.add(new Instance("i-" + instances.size(), InstanceState.PENDING, clock.instant()));
                instances.add(launched.get(i));
            }
            return launched;
        }
    }
}
