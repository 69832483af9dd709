package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.fleet.DecisionRecord;
import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetControl.DrainOrder;
import dev.elasticrecognition.domain.fleet.FleetControl.ManualCapacity;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FleetSettings;
import dev.elasticrecognition.domain.fleet.FleetStores;
import dev.elasticrecognition.domain.fleet.FrontReport;
import dev.elasticrecognition.domain.fleet.Heartbeat;
import dev.elasticrecognition.domain.fleet.InstanceState;
import dev.elasticrecognition.domain.fleet.ObserveFleet;
import dev.elasticrecognition.domain.fleet.ScaleFleet;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.fleet.WorkerState;
import dev.elasticrecognition.domain.latency.LatencyHistogram;
import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.domain.scaling.ScalingSettings.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The fleet follows its policy, whatever dies, and whatever the cloud says and forgets to say. */
class ScaleFleetTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration WINDOW = Duration.ofSeconds(10);

    /** When a need of the past doesn't count any more. */
    private static final Duration FADED = WINDOW.multipliedBy(3);

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final FakeFleet cloud = new FakeFleet(clock);
    private final InMemoryHeartbeats heartbeats = new InMemoryHeartbeats();
    private final InMemorySharedDocument<FleetLedger> ledger = new InMemorySharedDocument<>();
    private final InMemorySharedDocument<FleetControl> control = new InMemorySharedDocument<>();
    private final InMemoryDecisionLog decisions = new InMemoryDecisionLog();
    private final FleetStores stores =
            new FleetStores(ledger, control, heartbeats, new InMemoryFrontReports(), decisions);
    private final AtomicLong beats = new AtomicLong();
    private final ScaleFleet front = front("front-1");

    private LatencyHistogram answered = LatencyHistogram.NONE;
    private int waiting;
    private boolean queueAway;

    @Nested
    class ScalingOut {

        @Test
        void whatIsMissingIsLaunchedInOneCall() {
            waiting = 3;
            tick();

            assertThat(cloud.launches).containsExactly(3);
        }

        @Test
        void whatIsThereIsNotLaunchedAgain() {
            waiting = 2;
            tick();
            tick();

            assertThat(cloud.launches).containsExactly(2);
        }

        @Test
        void whatTheCloudDoesNotDescribeYetIsNotLaunchedAgain() {
            waiting = 2;
            cloud.silent = true;
            tick();
            tick();

            assertThat(cloud.launches).containsExactly(2);
            assertThat(front.latest().orElseThrow().observation().supply().launched())
                    .isEqualTo(2);
        }

        @Test
        void whatTheCloudNeverDescribesIsEndedAndReplaced() {
            waiting = 2;
            cloud.silent = true;
            tick();
            List<String> lost = cloud.alive();
            pass(Duration.ofMinutes(6));

            assertThat(lost).allSatisfy(id -> assertThat(cloud.state(id)).isEqualTo(InstanceState.TERMINATED));
            assertThat(cloud.launches).containsExactly(2, 2);
            assertThat(cloud.most()).isEqualTo(2);
        }

        @Test
        void aLaunchWhoseOutcomeIsUnknownIsRepeatedAsItWas() {
            waiting = 2;
            cloud.losesAnswers = true;
            cloud.silent = true;
            tick();
            cloud.losesAnswers = false;
            pass(Duration.ofSeconds(10));

            assertThat(cloud.alive()).hasSize(2);
            assertThat(ledger().launches()).allMatch(launch -> launch.confirmed());
        }

        @Test
        void neverMoreThanTheMaximumEvenWhileOthersAreOnTheirWayOut() {
            set(settings -> withMaximum(settings, 3));
            waiting = 10;
            tick();
            boot();
            work(2);
            order(cloud.alive().get(0));
            pass(Duration.ofSeconds(5));

            assertThat(cloud.most()).isEqualTo(3);
        }

        @Test
        void whatOneOfferingLacksTheNextOneHas() {
            waiting = 2;
            cloud.soldOut.add(FakeFleet.LARGE);
            tick();

            assertThat(cloud.alive()).hasSize(2);
        }

        @Test
        void capacityThatIsRefusedIsTriedAgain() {
            waiting = 2;
            cloud.soldOut.addAll(cloud.offerings());
            tick();
            assertThat(front.latest().orElseThrow().troubles()).isNotEmpty();
            cloud.soldOut.clear();
            pass(Duration.ofSeconds(10));

            assertThat(cloud.alive()).hasSize(2);
        }

        @Test
        void anInstanceThatEndedIsReplaced() {
            waiting = 2;
            tick();
            boot();
            tick();
            String ended = cloud.alive().get(0);
            cloud.become(ended, InstanceState.TERMINATED);
            tick();
            tick();

            assertThat(cloud.launches).containsExactly(2, 1);
            assertThat(ledger().tally().lost()).isEqualTo(1);
            assertThat(heartbeats.find(ended)).isEmpty();
        }

        @Test
        void theBootTimeIsLearned() {
            waiting = 1;
            tick();
            pass(Duration.ofSeconds(40));
            boot();
            tick();

            assertThat(ledger().boots().last()).containsExactly(Duration.ofSeconds(41));
        }

        @Test
        void theServiceRateIsLearnedFromBusyWorkers() {
            waiting = 1;
            tick();
            boot();
            beat(cloud.alive().get(0), WorkerState.READY, 4, Duration.ofSeconds(10), 80);
            tick();

            assertThat(front.latest().orElseThrow().observation().performance().serviceRate())
                    .isEqualTo(8.0);
        }
    }

    @Nested
    class ScalingIn {

        @Test
        void aBusyWorkerIsDrainedAndEndedOnlyWhenItHasReported() {
            waiting = 1;
            String id = ready();
            work(1);
            waiting = 0;
            pass(FADED.plus(SECOND));
            assertThat(ledger().drainOf(id)).isPresent();
            assertThat(cloud.alive()).containsExactly(id);

            beat(id, WorkerState.DRAINED, 0);
            tick();

            assertThat(cloud.alive()).isEmpty();
            assertThat(ledger().tally().busyKilled()).isZero();
        }

        @Test
        void nothingIsTakenAwayBeforeTheWindowIsOver() {
            waiting = 1;
            String id = ready();
            waiting = 0;
            pass(WINDOW.minus(SECOND));

            assertThat(ledger().drains()).isEmpty();
            assertThat(cloud.alive()).containsExactly(id);
        }

        @Test
        void thoseThatBootGoFirstTheNewestFirstThenTheIdleThenTheLeastBusy() {
            pass(WINDOW.plus(SECOND));
            waiting = 3;
            tick();
            boot();
            List<String> working = cloud.alive();
            beat(working.get(0), WorkerState.READY, 3);
            beat(working.get(1), WorkerState.READY, 0);
            beat(working.get(2), WorkerState.READY, 1);
            waiting = 4;
            tick();
            clock.pass(SECOND);
            waiting = 5;
            tick();
            List<String> booting = cloud.alive().subList(3, 5);

            assertThat(drainedAfterScalingInTo(4)).containsExactly(booting.get(1));
            assertThat(drainedAfterScalingInTo(3)).containsExactly(booting.get(0));
            assertThat(drainedAfterScalingInTo(2)).containsExactly(working.get(1));
            assertThat(drainedAfterScalingInTo(1)).containsExactly(working.get(2));
        }

        @Test
        void anInstanceThatHasNotBegunToWorkIsEndedAtOnce() {
            waiting = 1;
            tick();
            waiting = 0;
            pass(FADED.plus(SECOND));

            assertThat(cloud.alive()).isEmpty();
        }

        @Test
        void aWorkerThatBeganWhenItsDrainWasWrittenIsNotEnded() {
            waiting = 1;
            tick();
            waiting = 0;
            pass(FADED.minus(SECOND));
            // Its first heartbeat comes between the look at the fleet and the end.
            heartbeats.send(heartbeat(cloud.alive().get(0), WorkerState.READY, 1, Duration.ZERO, 0));
            pass(Duration.ofSeconds(3));

            assertThat(cloud.alive()).hasSize(1);
        }

        @Test
        void aDrainThatIsStuckEndsAtItsDeadlineAndIsCounted() {
            waiting = 1;
            String id = ready();
            work(1);
            waiting = 0;
            pass(FADED.plus(SECOND));
            for (int i = 0; i < 125; i++) {
                beat(id, WorkerState.DRAINING, 1);
                pass(SECOND);
            }

            assertThat(cloud.alive()).isEmpty();
            assertThat(ledger().tally().busyKilled()).isEqualTo(1);
        }

        @Test
        void theUnknownIsNotZero() {
            waiting = 1;
            ready();
            queueAway = true;
            for (int i = 0; i < 30; i++) {
                work(0);
                pass(SECOND);
            }

            assertThat(cloud.alive()).hasSize(1);
            assertThat(ledger().drains()).isEmpty();
        }

        @Test
        void aCloudThatCannotBeAskedLosesNothingAndLaunchesNothingTwice() {
            waiting = 2;
            ready();
            cloud.away = true;
            pass(Duration.ofSeconds(30));

            assertThat(cloud.launches).containsExactly(2);
            assertThat(ledger().drains()).isEmpty();
        }

        @Test
        void whatIsNotNeededIsStoppedWhileTheWarmPoolHasRoomAndStartedBeforeAnythingIsLaunched() {
            set(settings -> withWarmPool(settings, 1));
            waiting = 2;
            tick();
            boot();
            tick();
            waiting = 0;
            pass(FADED.plus(SECOND));
            cloud.alive().forEach(id -> beat(id, WorkerState.DRAINED, 0));
            pass(Duration.ofSeconds(2));
            assertThat(cloud.alive()).isEmpty();

            waiting = 2;
            pass(Duration.ofSeconds(2));

            assertThat(cloud.alive()).hasSize(2);
            assertThat(cloud.launches).containsExactly(2, 1);
            assertThat(ledger().tally().started()).isEqualTo(1);
            assertThat(ledger().drains()).isEmpty();
        }

        @Test
        void whatIsBeingStartedIsNoSurplusOfTheWarmPoolAlthoughItIsStillShownAsStopped() {
            set(settings -> withWarmPool(settings, 2));
            waiting = 2;
            tick();
            boot();
            tick();
            waiting = 0;
            pass(FADED.plus(SECOND));
            cloud.alive().forEach(id -> beat(id, WorkerState.DRAINED, 0));
            pass(Duration.ofSeconds(2));
            set(settings -> withWarmPool(settings, 0));
            waiting = 2;
            cloud.silent = true;

            pass(Duration.ofSeconds(2));

            assertThat(cloud.alive()).hasSize(2);
            assertThat(cloud.launches).containsExactly(2);
        }

        private List<String> drainedAfterScalingInTo(int capacity) {
            List<String> before =
                    ledger().drains().stream().map(drain -> drain.instance()).toList();
            List<String> alive = cloud.alive();
            setManual(capacity);
            tick();
            List<String> now = new java.util.ArrayList<>(
                    ledger().drains().stream().map(drain -> drain.instance()).toList());
            now.removeAll(before);
            alive.stream().filter(id -> !cloud.alive().contains(id)).forEach(now::add);
            return now.stream().distinct().toList();
        }
    }

    @Nested
    class TheSick {

        @Test
        void anInstanceThatNeverBeatsIsReplacedAfterTheBootDeadline() {
            waiting = 1;
            tick();
            pass(Duration.ofSeconds(302));

            assertThat(cloud.launches).containsExactly(1, 1);
            assertThat(ledger().tally().failedBoots()).isEqualTo(1);
        }

        @Test
        void threeFailedBootsInARowStopLaunchingForAMinute() {
            waiting = 1;
            for (int i = 0; i < 3; i++) {
                tick();
                tick();
                cloud.become(cloud.alive().get(0), InstanceState.TERMINATED);
                tick();
            }
            pass(Duration.ofSeconds(30));
            assertThat(cloud.launches).hasSize(3);
            assertThat(front.latest().orElseThrow().troubles()).anyMatch(trouble -> trouble.contains("3 boots failed"));

            pass(Duration.ofSeconds(40));

            assertThat(cloud.launches).hasSize(4);
        }

        @Test
        void anIdleWorkerThatFallsSilentIsReplaced() {
            waiting = 1;
            ready();
            pass(Duration.ofSeconds(25));

            assertThat(ledger().tally().lost()).isEqualTo(1);
            assertThat(cloud.launches).containsExactly(1, 1);
        }

        @Test
        void aSilentWorkerThatHeldARequestIsLeftAloneUntilItsLeaseHasLapsed() {
            waiting = 1;
            String id = ready();
            work(1);
            pass(Duration.ofSeconds(45));
            assertThat(cloud.alive()).containsExactly(id);

            pass(Duration.ofSeconds(10));

            assertThat(cloud.alive()).doesNotContain(id);
            assertThat(ledger().tally().busyKilled()).isZero();
        }

        @Test
        void nobodyIsSilentWhileNobodyListens() {
            waiting = 1;
            String id = ready();
            clock.pass(Duration.ofMinutes(10));
            tick();

            assertThat(cloud.alive()).containsExactly(id);
            assertThat(ledger().drains()).isEmpty();
        }

        @Test
        void anInstanceOfOursThatNobodyRemembersIsAdopted() {
            cloud.launch(FakeFleet.LARGE, 1, "launched-by-hand");
            waiting = 1;
            tick();

            assertThat(cloud.launches).containsExactly(1);
        }
    }

    @Nested
    class Leading {

        private final ScaleFleet other = front("front-2");

        @Test
        void onlyOneFrontEndActs() {
            waiting = 2;
            tick();
            other.tick();

            assertThat(cloud.launches).containsExactly(2);
            assertThat(front.latest().orElseThrow().leading()).isTrue();
            assertThat(other.latest().orElseThrow().leading()).isFalse();
            assertThat(other.latest().orElseThrow().decision().desiredCapacity())
                    .isEqualTo(2);
        }

        @Test
        void whenTheLeaderIsSilentAnotherTakesOverWithAHigherTerm() {
            tick();
            other.tick();
            clock.pass(LEASE);
            other.tick();

            assertThat(other.latest().orElseThrow().leading()).isTrue();
            assertThat(ledger().term()).isEqualTo(2);
        }

        @Test
        void aLeaderThatStepsDownIsFollowedAtOnce() {
            tick();
            front.stepDown();
            other.tick();

            assertThat(other.latest().orElseThrow().leading()).isTrue();
        }

        @Test
        void aLaunchThatTheOldLeaderDidNotFinishIsFinishedAndNotDoubled() {
            waiting = 2;
            other.tick();
            front.tick();
            cloud.silent = true;
            cloud.losesAnswers = true;
            waiting = 5;
            other.tick();
            cloud.losesAnswers = false;
            front.tick();

            passWith(front, LEASE.plus(SECOND));

            assertThat(ledger().leader()).isEqualTo("front-1");
            assertThat(cloud.alive()).hasSize(5);
        }

        @Test
        void aLeaderThatSleptThroughItsLeaseDoesNothingMore() {
            tick();
            other.tick();
            clock.pass(LEASE);
            other.tick();
            waiting = 3;
            front.tick();
            assertThat(cloud.launches).isEmpty();

            other.tick();

            assertThat(cloud.launches).containsExactly(3);
        }

        @Test
        void aNewLeaderTakesNothingAwayForOneWindow() {
            waiting = 1;
            String id = ready();
            front.stepDown();
            waiting = 0;
            passWith(other, WINDOW.minus(SECOND));
            assertThat(cloud.alive()).containsExactly(id);

            passWith(other, FADED);

            assertThat(ledger().drainOf(id)).isPresent();
        }

        private void passWith(ScaleFleet someFront, Duration time) {
            for (long i = 0; i < time.toSeconds(); i++) {
                clock.pass(SECOND);
                cloud.alive().forEach(this::beatAgain);
                someFront.tick();
            }
        }

        private void beatAgain(String id) {
            heartbeats.find(id).ifPresent(last -> beat(id, last.state(), last.inProgress()));
        }
    }

    @Nested
    class Steering {

        @Test
        void whileItIsPausedNothingIsLaunchedOrDrained() {
            say(said -> said.withPaused(true));
            waiting = 5;
            pass(Duration.ofSeconds(5));
            assertThat(cloud.launches).isEmpty();

            say(said -> said.withPaused(false));
            tick();

            assertThat(cloud.launches).containsExactly(5);
        }

        @Test
        void aManualCapacityHoldsForItsTime() {
            setManual(2);
            tick();
            assertThat(cloud.alive()).hasSize(2);

            pass(Duration.ofMinutes(1).plus(FADED).plus(SECOND));

            assertThat(cloud.alive()).isEmpty();
        }

        @Test
        void anInstanceIsDrainedOnDemand() {
            waiting = 1;
            String id = ready();
            order(id);
            tick();
            beat(id, WorkerState.DRAINED, 0);
            tick();

            assertThat(cloud.alive()).doesNotContain(id);
        }

        @Test
        void everyStepIsRememberedWithItsReason() {
            waiting = 2;
            tick();

            List<DecisionRecord> remembered =
                    decisions.page(Optional.empty(), 10).decisions();
            assertThat(remembered).hasSize(1);
            assertThat(remembered.get(0).decision().reason()).contains("2 requests");
            assertThat(remembered.get(0).acts()).anyMatch(act -> act.startsWith("launched 2"));
            assertThat(remembered.get(0).observation().demand().work()).isEqualTo(2);
        }

        @Test
        void aShadowPolicyIsToldAndNotFollowed() {
            shadow(new ScalingSettings(Policy.BACKLOG_PER_INSTANCE, 0, 20, Duration.ofSeconds(10), 1.5, 2, WINDOW, 0));
            waiting = 4;
            Tick tick = tick();

            assertThat(tick.decision().desiredCapacity()).isEqualTo(4);
            assertThat(tick.shadow().orElseThrow().desiredCapacity()).isEqualTo(2);
            assertThat(cloud.alive()).hasSize(4);
            assertThat(decisions.page(Optional.empty(), 1).decisions().get(0).shadow())
                    .isEqualTo(tick.shadow());
        }

        @Test
        void aShadowPolicyRemembersItsOwnNeeds() {
            shadow(defaults());
            waiting = 4;
            tick();
            boot();
            waiting = 0;
            control.write(control.read().orElseThrow().value().withPaused(true), control.read());
            pass(SECOND);

            assertThat(tick().shadow().orElseThrow().desiredCapacity())
                    .as("kept for a window")
                    .isEqualTo(4);
            pass(FADED);
            assertThat(tick().shadow().orElseThrow().desiredCapacity()).isZero();
        }

        @Test
        void withoutAShadowPolicyThereIsNoneToTell() {
            assertThat(tick().shadow()).isEmpty();
        }

        @Test
        void whatIsSpentIsCountedOnWhoeverLeads() {
            waiting = 1;
            String id = ready();
            beat(id, WorkerState.READY, 0, Duration.ZERO, 5);
            assertThat(tick().meter().total().images()).isEqualTo(5);
            ScaleFleet other = front("front-2");
            other.tick();
            clock.pass(LEASE);
            beat(id, WorkerState.READY, 0, Duration.ZERO, 8);

            Tick tick = other.tick();
            assertThat(tick.leading()).isTrue();
            assertThat(tick.meter().since()).isEqualTo(Samples.NOON);
            assertThat(tick.meter().total().images()).isEqualTo(8);
            assertThat(tick.meter().total().paid()).isEqualTo(Duration.ofSeconds(60));
        }

        @Test
        void aLedgerOfAVersionThatCountedNothingStopsNoMeter() {
            waiting = 1;
            ready();
            front("front-2").tick();
            ScaleFleet follower = front("front-2");
            follower.tick();
            Duration before = follower.tick().meter().total().paid();
            withoutMeter();

            assertThat(follower.tick().meter().total().paid())
                    .isGreaterThanOrEqualTo(before)
                    .isPositive();
        }

        @Test
        void howLongAnswersTookIsToldOfAllFrontEnds() {
            answered = FleetSamples.answerTimes();
            front("front-2").tick();

            assertThat(tick().answerTimes()).isEqualTo(answered.plus(answered));
        }

        @Test
        void decisionsAreForgottenAfterAWeek() {
            waiting = 2;
            tick();
            clock.pass(Duration.ofDays(7).plusHours(1));
            pass(SECOND);

            assertThat(decisions.page(Optional.empty(), 10).decisions())
                    .allMatch(decision -> decision.observation().at().isAfter(Samples.NOON));
        }

        @Test
        void whatHasNoConsequencesIsNotRemembered() {
            waiting = 2;
            pass(Duration.ofSeconds(5));

            assertThat(decisions.page(Optional.empty(), 10).decisions()).hasSize(1);
        }
    }

    private ScaleFleet front(String self) {
        AtomicLong own = new AtomicLong();
        FleetSettings settings = new FleetSettings(
                20,
                2,
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                LEASE);
        ObserveFleet observe = new ObserveFleet(
                cloud,
                this::backlog,
                stores,
                () -> new FrontReport(self, own.incrementAndGet(), 0, 0, 0, Optional.empty(), answered),
                settings,
                clock);
        return new ScaleFleet(
                self, observe, cloud, stores, settings, defaults(), clock, RandomGenerator.of("L64X128MixRandom"));
    }

    /** What a leader of a version that knows no meter writes. */
    private void withoutMeter() {
        FleetLedger now = ledger();
        ledger.write(
                new FleetLedger(
                        now.origin(),
                        now.leader(),
                        now.term(),
                        now.renewal() + 1,
                        now.launches(),
                        now.drains(),
                        now.breaker(),
                        now.boots(),
                        now.serviceRate(),
                        now.tally(),
                        Optional.empty()),
                ledger.read());
    }

    private void shadow(ScalingSettings settings) {
        control.write(FleetControl.of(defaults()).withShadow(Optional.of(settings)), control.read());
    }

    private static ScalingSettings defaults() {
        return new ScalingSettings(Policy.INSTANCE_PER_REQUEST, 0, 20, Duration.ofSeconds(10), 1.5, 10, WINDOW, 0);
    }

    private Backlog backlog() {
        if (queueAway) {
            throw new Unavailable("count", new IllegalStateException("the queue is away"));
        }
        return new Backlog(waiting, 0, 0);
    }

    private Tick tick() {
        return front.tick();
    }

    /** Lets time pass, with a tick each second. */
    private void pass(Duration time) {
        for (long i = 0; i < time.toSeconds(); i++) {
            clock.pass(SECOND);
            front.tick();
        }
    }

    /** One instance whose worker is ready. */
    private String ready() {
        tick();
        boot();
        tick();
        return cloud.alive().get(0);
    }

    /** All that are pending run, and their workers send their first heartbeat. */
    private void boot() {
        clock.pass(SECOND);
        cloud.alive().stream()
                .filter(id -> cloud.state(id) == InstanceState.PENDING)
                .forEach(id -> {
                    cloud.become(id, InstanceState.RUNNING);
                    beat(id, WorkerState.READY, 0);
                });
    }

    /** Each worker holds so many requests. */
    private void work(int inProgress) {
        cloud.alive().forEach(id -> beat(id, WorkerState.READY, inProgress));
    }

    private void beat(String id, WorkerState state, int inProgress) {
        beat(id, state, inProgress, Duration.ZERO, 0);
    }

    private void beat(String id, WorkerState state, int inProgress, Duration saturated, long done) {
        heartbeats.send(heartbeat(id, state, inProgress, saturated, done));
    }

    private Heartbeat heartbeat(String id, WorkerState state, int inProgress, Duration saturated, long done) {
        return new Heartbeat(
                id, beats.incrementAndGet(), state, inProgress, done, saturated, done, Duration.ZERO, "model");
    }

    private FleetLedger ledger() {
        return ledger.read().orElseThrow().value();
    }

    private void say(UnaryOperator<FleetControl> change) {
        var read = control.read();
        FleetControl said = read.map(version -> version.value()).orElseGet(() -> FleetControl.of(defaults()));
        assertThat(control.write(change.apply(said), read)).isPresent();
    }

    private void set(UnaryOperator<ScalingSettings> change) {
        say(said -> said.with(change.apply(said.settings())));
    }

    private void setManual(int capacity) {
        ManualCapacity manual = new ManualCapacity(capacity, clock.instant().plusSeconds(60), "olga");
        say(said -> said.withManual(Optional.of(manual)));
    }

    private void order(String id) {
        say(said -> said.with(new DrainOrder(id, "olga", clock.instant()), clock.instant()));
    }

    private static ScalingSettings withMaximum(ScalingSettings settings, int maximum) {
        return new ScalingSettings(
                settings.policy(),
                settings.minimum(),
                maximum,
                settings.objective(),
                settings.headroom(),
                settings.backlogPerInstance(),
                settings.scaleInWindow(),
                settings.warmPool());
    }

    private static ScalingSettings withWarmPool(ScalingSettings settings, int warmPool) {
        return new ScalingSettings(
                settings.policy(),
                settings.minimum(),
                settings.maximum(),
                settings.objective(),
                settings.headroom(),
                settings.backlogPerInstance(),
                settings.scaleInWindow(),
                warmPool);
    }
}
