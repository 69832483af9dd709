package dev.elasticrecognition.localcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.localcloud.instances.Conditions.Boot;
import dev.elasticrecognition.localcloud.instances.Instance;
import dev.elasticrecognition.localcloud.instances.InstanceState;
import dev.elasticrecognition.localcloud.instances.Launch;
import dev.elasticrecognition.localcloud.instances.ShutdownBehavior;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultyConditionsTest {

    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private final Faults faults = new Faults();
    private final FaultyConditions conditions = new FaultyConditions(faults, () -> now);
    private final Instance pending = in(InstanceState.PENDING);
    private final Instance running = in(InstanceState.RUNNING);
    private final Instance ending = in(InstanceState.SHUTTING_DOWN);

    @Test
    void withoutFaultsAllIsWell() {
        conditions.launched(pending);
        conditions.changed(pending, running);
        assertThat(conditions.boot(pending)).isEqualTo(Boot.NORMAL);
        assertThat(conditions.seen(running)).contains(running);
    }

    @Test
    void anInstanceIsSeenWhenItsTimeHasCome() {
        arm(new Hidden(5, Optional.empty(), Optional.empty()));
        conditions.launched(pending);
        pass(4.999);
        assertThat(conditions.seen(pending)).isEmpty();
        pass(0.001);
        assertThat(conditions.seen(pending)).contains(pending);
    }

    @Test
    void everyChangeIsSeenLateAndInOrder() {
        arm(new Stale(10, Optional.empty(), Optional.empty()));
        conditions.changed(pending, running);
        pass(4);
        arm(new Stale(1, Optional.empty(), Optional.empty()));
        conditions.changed(running, ending);
        pass(2);
        assertThat(conditions.seen(ending)).contains(pending);
        pass(4);
        assertThat(conditions.seen(ending)).contains(ending);
    }

    @Test
    void aStateThatIsOldHasTheTagsOfNow() {
        arm(new Stale(10, Optional.empty(), Optional.empty()));
        conditions.changed(pending, running);
        assertThat(conditions.seen(running.withTags(Map.of("colour", "blue"))))
                .contains(pending.withTags(Map.of("colour", "blue")));
    }

    @Test
    void aBootIsSlowThenStuckAndNeitherOutlivesIt() {
        arm(new SlowBoot(20, Optional.of(1), Optional.empty()), new StuckBoot(Optional.of(1), Optional.empty()));
        conditions.launched(pending);
        assertThat(conditions.boot(pending)).isEqualTo(Boot.LATER);
        pass(20);
        assertThat(conditions.boot(pending)).isEqualTo(Boot.STUCK);
        conditions.changed(pending, running);
        conditions.changed(running, pending);
        assertThat(conditions.boot(pending)).isEqualTo(Boot.NORMAL);
    }

    @Test
    void whatHasBefallenAnInstanceOutlivesThePlanButNotTheRecovery() {
        arm(new Hidden(5, Optional.empty(), Optional.empty()), new SlowBoot(5, Optional.empty(), Optional.empty()));
        conditions.launched(pending);
        arm();
        assertThat(conditions.seen(pending)).isEmpty();
        assertThat(conditions.boot(pending)).isEqualTo(Boot.LATER);
        conditions.recover();
        assertThat(conditions.seen(pending)).contains(pending);
        assertThat(conditions.boot(pending)).isEqualTo(Boot.NORMAL);
    }

    private void arm(Fault... plan) {
        faults.arm(new FaultPlan(Optional.of(7L), List.of(plan)));
    }

    private void pass(double seconds) {
        now = now.plusMillis(Math.round(seconds * 1000));
    }

    private Instance in(InstanceState state) {
        Launch launch = new Launch(
                "r-1", 1, 0, now, "ami-00000001", "t3.micro", "", "us-east-1a", "", "", ShutdownBehavior.STOP, true);
        return new Instance("i-0123456789abcdef0", launch, Map.of(), state, Optional.empty(), now, Optional.empty());
    }
}
