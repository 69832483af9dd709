package dev.elasticrecognition.localcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults();

    @Test
    void aFaultStrikesAsOftenAsItShall() {
        arm(7, throttle(Optional.of(2), Optional.empty(), "RunInstances"));
        assertThat(strikes(3, "DescribeInstances")).containsOnly(false);
        assertThat(strikes(3, "RunInstances")).containsExactly(true, true, false);
        assertThat(faults.armed())
                .singleElement()
                .satisfies(armed -> assertThat(armed.hits()).isEqualTo(2));
    }

    @Test
    void aShareOfTheOccasionsIsTheSameForTheSameSeed() {
        Fault some = throttle(Optional.empty(), Optional.of(0.3));
        arm(7, some);
        List<Boolean> first = strikes(1000, "RunInstances");
        arm(7, some);
        assertThat(strikes(1000, "RunInstances")).isEqualTo(first);
        arm(8, some);
        assertThat(strikes(1000, "RunInstances")).isNotEqualTo(first);
        assertThat(first.stream().filter(struck -> struck).count()).isBetween(250L, 350L);
    }

    @Test
    void theDrawsOfOneFaultDoNotDependOnThoseOfAnother() {
        Fault ofLaunches = throttle(Optional.empty(), Optional.of(0.5), "RunInstances");
        Fault ofLists = throttle(Optional.empty(), Optional.of(0.5), "DescribeInstances");
        arm(7, ofLists, ofLaunches);
        List<Boolean> alone = strikes(100, "RunInstances");
        arm(7, ofLists, ofLaunches);
        List<Boolean> mixed = IntStream.range(0, 100)
                .mapToObj(i -> {
                    strikes(3, "DescribeInstances");
                    return strikes(1, "RunInstances").get(0);
                })
                .toList();
        assertThat(mixed).isEqualTo(alone);
    }

    @Test
    void theFirstOfTheListIsTakenAndTheOthersAreNotCounted() {
        arm(
                7,
                throttle(Optional.of(1), Optional.empty()),
                new InternalFailure(List.of(), Optional.empty(), Optional.empty()));
        assertThat(faults.strike(CallFault.class, any -> true)).containsInstanceOf(Throttle.class);
        assertThat(faults.armed().get(1).hits()).isZero();
        assertThat(faults.strike(CallFault.class, any -> true)).containsInstanceOf(InternalFailure.class);
    }

    @Test
    void someAreDrawnBySeed() {
        List<String> candidates = List.of("a", "b", "c", "d", "e", "f", "g");
        arm(7);
        List<String> drawn = faults.drawn(candidates, 3);
        assertThat(drawn).hasSize(3).doesNotHaveDuplicates().isSubsetOf(candidates);
        arm(7);
        assertThat(faults.drawn(candidates, 3)).isEqualTo(drawn);
        assertThat(faults.drawn(candidates, 9)).containsExactlyInAnyOrderElementsOf(candidates);
    }

    private void arm(long seed, Fault... plan) {
        faults.arm(new FaultPlan(Optional.of(seed), List.of(plan)));
    }

    private List<Boolean> strikes(int occasions, String action) {
        return IntStream.range(0, occasions)
                .mapToObj(i -> faults.strike(CallFault.class, fault -> fault.concerns(action))
                        .isPresent())
                .toList();
    }

    private static Fault throttle(Optional<Integer> times, Optional<Double> share, String... actions) {
        return new Throttle(List.of(actions), times, share);
    }
}
