package dev.elasticrecognition.simulator.site;

import static dev.elasticrecognition.simulator.Samples.at;
import static dev.elasticrecognition.simulator.Samples.exact;
import static dev.elasticrecognition.simulator.Samples.regular;
import static dev.elasticrecognition.simulator.Samples.requests;
import static dev.elasticrecognition.simulator.Samples.seconds;
import static dev.elasticrecognition.simulator.Samples.withMaximum;
import static dev.elasticrecognition.simulator.Samples.withWarmUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elasticrecognition.simulator.Samples;
import dev.elasticrecognition.simulator.scalers.StaticFleet;
import dev.elasticrecognition.simulator.site.Conditions.Faults;
import dev.elasticrecognition.simulator.workload.Durations;
import dev.elasticrecognition.simulator.workload.Generator;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What can be reckoned by hand comes out as reckoned. */
class SimulationTest {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    @Test
    void aLoneRequestWaitsForItsServiceOnly() {
        Outcome outcome = run(requests(HALF_A_SECOND, 3), exact(), new StaticFleet(1));

        assertThat(outcome.waits()).containsExactly(HALF_A_SECOND);
    }

    @Test
    void oneInstanceAnswersWhatComesAtOnceOneAfterTheOther() {
        Outcome outcome = run(requests(HALF_A_SECOND, 3, 3, 3, 3), exact(), new StaticFleet(1));

        assertThat(outcome.waits()).containsExactly(seconds(0.5), seconds(1), seconds(1.5), seconds(2));
    }

    /** M/D/1 with half the load: Pollaczek and Khinchine expect a queue of half a service time, and the service itself. */
    @Test
    void randomArrivalsAtOneInstanceWaitAsTheoryExpects() {
        List<Duration> waits = run(
                        Workload.of(
                                "M/D/1",
                                Generator.STEADY.arrivals(1, Duration.ofHours(10), 1),
                                Durations.fixed(HALF_A_SECOND),
                                1),
                        exact(),
                        new StaticFleet(1))
                .waits();

        assertThat(waits.stream()
                        .mapToDouble(wait -> wait.toNanos() / 1e9)
                        .average()
                        .orElseThrow())
                .isCloseTo(0.75, within(0.02));
    }

    @Test
    void whoeverHasNoInstanceWaitsForABoot() {
        Outcome outcome = run(requests(HALF_A_SECOND, 0), exact(), once(0, site -> site.launch(1)));

        assertThat(outcome.waits()).containsExactly(seconds(60.5));
    }

    @Test
    void anInstanceCostsAMinuteAtLeast() {
        assertThat(lifeOf(seconds(10))).isEqualTo(Samples.BILL);
        assertThat(lifeOf(seconds(90))).isEqualTo(seconds(90));
    }

    private static Duration lifeOf(Duration age) {
        Scaler launchAndEnd = eachSecond(site -> {
            if (site.now().equals(Workload.START)) {
                site.launch(1);
            }
            if (site.now().equals(Workload.START.plus(age))) {
                site.instances().forEach(site::terminate);
            }
        });
        return run(requests(HALF_A_SECOND, 1, 200), exact(), launchAndEnd).instanceTime();
    }

    @Test
    void aRequestWhoseInstanceIsEndedComesBackAfterTheVisibilityTimeout() {
        Scaler killer = new Fleet(
                2,
                once(
                        4,
                        site -> site.instances().stream()
                                .filter(SimulatedInstance::isBusy)
                                .forEach(site::terminate)));

        Outcome outcome = run(requests(seconds(5), 2), exact(), killer);

        assertThat(outcome.busyKills()).isOne();
        assertThat(outcome.waits()).containsExactly(seconds(2 + 30 + 5));
        assertThat(outcome.unanswered()).isZero();
    }

    @Test
    void anInstanceThatDrainsFinishesWhatItHasAndTakesNothingMore() {
        List<Integer> alive = new ArrayList<>();
        Scaler drainer = new Fleet(1, eachSecond(site -> {
            if (site.now().equals(at(3))) {
                site.drain(site.instances().get(0));
            }
            alive.add(site.instances().size());
        }));

        Outcome outcome = run(requests(seconds(5), 2, 4), exact(), drainer);

        assertThat(outcome.busyKills()).isZero();
        assertThat(outcome.waits().get(0)).isEqualTo(seconds(5));
        assertThat(outcome.unanswered()).isOne();
        assertThat(alive.subList(0, 9)).containsExactly(1, 1, 1, 1, 1, 1, 1, 0, 0);
    }

    @Test
    void workIsSharedAmongInstances() {
        Workload pairs = requests(seconds(1), 1, 1, 3, 3, 5, 5);

        assertThat(run(pairs, exact(), new StaticFleet(2)).waits()).containsOnly(seconds(1));
    }

    @Test
    void thereAreNeverMoreThanTheMaximum() {
        Outcome outcome =
                run(regular(10, seconds(1), HALF_A_SECOND), withMaximum(3), eachSecond(site -> site.launch(2)));

        assertThat(outcome.launches()).isEqualTo(3);
    }

    @Test
    void theWarmUpIsNeitherScoredNorBilled() {
        Outcome outcome = run(requests(HALF_A_SECOND, 1, 1, 1, 100), withWarmUp(seconds(50)), new StaticFleet(1));

        assertThat(outcome.waits()).containsExactly(HALF_A_SECOND);
        assertThat(outcome.instanceTime()).isEqualTo(seconds(50).plus(Simulation.AFTERMATH));
        assertThat(outcome.pureWork()).isEqualTo(HALF_A_SECOND);
    }

    @Test
    void aCloudWithoutCapacityLaunchesNothing() {
        List<Integer> came = new ArrayList<>();
        run(requests(HALF_A_SECOND, 1), Samples.with(new Faults(1, 0, 0)), once(0, site -> came.add(site.launch(5))));

        assertThat(came).containsExactly(0);
    }

    @Test
    void aStuckInstanceIsBilledAndNeverReady() {
        Outcome outcome =
                run(requests(HALF_A_SECOND, 1), Samples.with(new Faults(0, 1, 0)), once(0, site -> site.launch(1)));

        assertThat(outcome.unanswered()).isOne();
        assertThat(outcome.instanceTime()).isGreaterThanOrEqualTo(Simulation.PATIENCE);
    }

    @Test
    void aThrottledReadTellsNothing() {
        List<Optional<Counters>> seen = new ArrayList<>();
        run(requests(HALF_A_SECOND, 1), Samples.with(new Faults(0, 0, 1)), once(0, site -> seen.add(site.counters())));

        assertThat(seen).containsExactly(Optional.empty());
    }

    @Test
    void theSameSeedGivesTheSameAnswerAndAnotherAnother() {
        Workload workload = Workload.of(
                "random",
                Generator.BURSTS.arrivals(2, Duration.ofMinutes(10), 1),
                new Durations(HALF_A_SECOND, 0.5),
                1);
        Conditions random = Samples.with(new Faults(0.3, 0.3, 0.3));
        Scaler scaler = eachSecond(site -> site.launch(1));

        assertThat(Simulation.run(workload, random, scaler, 7)).isEqualTo(Simulation.run(workload, random, scaler, 7));
        assertThat(Simulation.run(workload, random, scaler, 8))
                .isNotEqualTo(Simulation.run(workload, random, scaler, 7));
    }

    private static Outcome run(Workload workload, Conditions conditions, Scaler scaler) {
        return Simulation.run(workload, conditions, scaler, 1);
    }

    private static Scaler once(double second, Consumer<Site> act) {
        return eachSecond(site -> {
            if (site.now().equals(at(second))) {
                act.accept(site);
            }
        });
    }

    private static Scaler eachSecond(Consumer<Site> act) {
        return new Fleet(0, act);
    }

    /** Some instances from the beginning, and something done each second. */
    private record Fleet(int initialInstances, Consumer<Site> act) implements Scaler {

        private Fleet(int initialInstances, Scaler scaler) {
            this(initialInstances, scaler::tick);
        }

        @Override
        public Duration period() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void tick(Site site) {
            act.accept(site);
        }
    }
}
