package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.elasticrecognition.domain.fleet.BootTimes;
import dev.elasticrecognition.domain.fleet.Breaker;
import dev.elasticrecognition.domain.fleet.Drain;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FollowLeader;
import dev.elasticrecognition.domain.fleet.Follower;
import dev.elasticrecognition.domain.fleet.Heartbeat;
import dev.elasticrecognition.domain.fleet.Heartbeats;
import dev.elasticrecognition.domain.fleet.ReportWorker;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.fleet.Tally;
import dev.elasticrecognition.domain.fleet.Work;
import dev.elasticrecognition.domain.fleet.WorkerState;
import dev.elasticrecognition.domain.messaging.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A worker between its own work and what its leader says. */
class FollowLeaderTest {

    private static final String SELF = "i-0123456789abcdef0";
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final ControlBucket bucket = new ControlBucket();
    private final StandInWorker worker = new StandInWorker();
    private FollowLeader leader = follow();

    @Test
    void aWorkerReportsThenReadsTheLedgerAndThenReceives() {
        leader.step();

        assertThat(bucket.calls).startsWith("heartbeat READY", "read");
        assertThat(worker.calls).containsExactly("receive");
    }

    @Test
    void aWorkerWhoseDrainIsWrittenBeforeItsFirstHeartbeatNeverReceives() {
        write(drainOf(SELF));

        step(3);

        assertThat(worker.calls).containsExactly("drain");
        assertThat(states()).containsExactly(WorkerState.READY, WorkerState.DRAINED, WorkerState.DRAINED);
    }

    @Test
    void theDrainOfAnotherInstanceIsNotItsOwn() {
        write(drainOf("i-0fedcba9876543210"));

        leader.step();

        assertThat(worker.calls).containsExactly("receive");
    }

    @Test
    void aBusyWorkerReportsThatItDrainsAndThatItHasDrainedAtOnce() {
        leader.step();
        worker.inProgress = 4;
        write(drainOf(SELF));
        step(1);
        worker.inProgress = 0;
        leader.step();

        assertThat(bucket.sent)
                .extracting(Heartbeat::state, Heartbeat::inProgress)
                .containsExactly(
                        tuple(WorkerState.READY, 0), tuple(WorkerState.DRAINING, 4), tuple(WorkerState.DRAINED, 0));
    }

    @Test
    void aDrainThatVanishesHoldsForTheLifeOfTheWorker() {
        leader.step();
        write(drainOf(SELF));
        step(1);
        write(List.of());
        step(2);

        assertThat(worker.calls).containsExactly("receive", "drain");
        assertThat(last().state()).isEqualTo(WorkerState.DRAINED);
    }

    @Test
    void aWorkerThatWasStoppedBeforeItBeganIsNotMadeToReceive() {
        worker.drain();

        step(2);

        assertThat(worker.calls).containsExactly("drain");
    }

    @Test
    void aHeartbeatIsSentOnceInEachPeriodAndItsBeatsGrow() {
        step(5);

        assertThat(bucket.sent).hasSize(3);
        assertThat(bucket.sent)
                .extracting(Heartbeat::beat)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void theBeatsOfAnInstancesNextWorkerGoOnGrowing() {
        step(5);
        long before = last().beat();

        leader = follow();
        leader.step();

        assertThat(last().beat()).isGreaterThan(before);
    }

    @Test
    void aHeartbeatTellsWhatTheWorkerIsDoing() {
        worker.inProgress = 2;
        worker.done = 17;

        leader.step();

        assertThat(last())
                .isEqualTo(new Heartbeat(
                        SELF,
                        last().beat(),
                        WorkerState.READY,
                        2,
                        17,
                        Duration.ofSeconds(3),
                        12,
                        Duration.ofMillis(40),
                        "sample-model"));
    }

    @Test
    void aWorkerDoesNotBeginBeforeItsHeartbeatArrives() {
        bucket.refusesHeartbeats = true;
        step(3);
        assertThat(worker.calls).isEmpty();

        bucket.refusesHeartbeats = false;
        step(1);
        assertThat(worker.calls).containsExactly("receive");
    }

    @Test
    void aWorkerDoesNotBeginBeforeItHasReadTheLedgerAfterItsHeartbeat() {
        bucket.refusesReads = true;
        step(3);
        assertThat(worker.calls).isEmpty();

        write(drainOf(SELF));
        bucket.refusesReads = false;
        step(1);
        assertThat(worker.calls).containsExactly("drain");
    }

    @Test
    void aWorkerThatReceivesGoesOnWithoutTheControlBucket() {
        leader.step();
        bucket.refusesHeartbeats = true;
        bucket.refusesReads = true;

        step(60);

        assertThat(worker.calls).containsExactly("receive");
    }

    @Test
    void aDrainIsObeyedAlsoWhenHeartbeatsAreRefused() {
        leader.step();
        bucket.refusesHeartbeats = true;
        write(drainOf(SELF));

        step(1);

        assertThat(worker.calls).containsExactly("receive", "drain");
    }

    @Test
    void whatIsUnexpectedDoesNotEndTheSteps() {
        leader.step();
        bucket.isBroken = true;
        step(2);
        bucket.isBroken = false;
        write(drainOf(SELF));

        step(1);

        assertThat(worker.calls).containsExactly("receive", "drain");
    }

    @Test
    void aWorkerWithoutLeaderAndWorkEndsOnce() {
        leader.step();

        clock.pass(PATIENCE.minusMillis(1));
        leader.step();
        assertThat(worker.calls).containsExactly("receive");

        clock.pass(Duration.ofMillis(1));
        leader.step();
        step(5);
        assertThat(worker.calls).containsExactly("receive", "end");
    }

    @Test
    void aWorkerThatCannotReadTheLedgerEndsToo() {
        bucket.refusesReads = true;

        clock.pass(PATIENCE);
        leader.step();

        assertThat(worker.calls).containsExactly("end");
    }

    @Test
    void aWorkerWhoseLeaderWritesIsKept() {
        leader.step();
        for (int i = 0; i < 3; i++) {
            clock.pass(PATIENCE.minusMillis(1));
            write(List.of());
            leader.step();
        }

        assertThat(worker.calls).containsExactly("receive");
    }

    @Test
    void aWorkerWithoutLeaderGoesOnWhileThereIsWork() {
        leader.step();
        for (int i = 0; i < 3; i++) {
            clock.pass(PATIENCE.minusMillis(1));
            worker.done++;
            leader.step();
        }
        worker.inProgress = 1;
        clock.pass(PATIENCE.multipliedBy(2));
        leader.step();

        assertThat(worker.calls).containsExactly("receive");
    }

    @Test
    void aDrainedWorkerWithoutLeaderEndsToo() {
        write(drainOf(SELF));
        leader.step();

        clock.pass(PATIENCE);
        leader.step();

        assertThat(worker.calls).containsExactly("drain", "end");
    }

    private FollowLeader follow() {
        return new FollowLeader(
                new ReportWorker(SELF, "sample-model", worker, bucket, PERIOD, clock), bucket, worker, PATIENCE, clock);
    }

    private void step(int times) {
        for (int i = 0; i < times; i++) {
            clock.pass(STEP);
            leader.step();
        }
    }

    private Heartbeat last() {
        return bucket.find(SELF).orElseThrow();
    }

    private List<WorkerState> states() {
        return bucket.sent.stream().map(Heartbeat::state).toList();
    }

    private void write(List<Drain> drains) {
        bucket.write(
                new FleetLedger(
                        "origin",
                        "front-1",
                        1,
                        0,
                        List.of(),
                        drains,
                        new Breaker(0, Instant.EPOCH),
                        new BootTimes(List.of()),
                        1,
                        new Tally(0, 0, 0, 0, 0, 0),
                        Optional.empty()),
                bucket.document.read());
    }

    private List<Drain> drainOf(String instance) {
        return List.of(new Drain(instance, clock.instant(), clock.instant().plusSeconds(60), "1 is needed"));
    }

    /** A control bucket that notes how it's used, and that can fail. */
    private static final class ControlBucket implements Heartbeats, SharedDocument<FleetLedger> {

        private final InMemoryHeartbeats heartbeats = new InMemoryHeartbeats();
        private final InMemorySharedDocument<FleetLedger> document = new InMemorySharedDocument<>();
        private final List<String> calls = new ArrayList<>();
        private final List<Heartbeat> sent = new ArrayList<>();
        private boolean refusesHeartbeats;
        private boolean refusesReads;
        private boolean isBroken;

        @Override
        public void send(Heartbeat heartbeat) {
            failIf(refusesHeartbeats);
            calls.add("heartbeat " + heartbeat.state());
            sent.add(heartbeat);
            heartbeats.send(heartbeat);
        }

        @Override
        public Optional<Heartbeat> find(String instance) {
            return heartbeats.find(instance);
        }

        @Override
        public void forget(String instance) {
            heartbeats.forget(instance);
        }

        @Override
        public Optional<Version<FleetLedger>> read() {
            failIf(refusesReads);
            if (isBroken) {
                throw new IllegalStateException("The ledger is no JSON");
            }
            calls.add("read");
            return document.read();
        }

        @Override
        public Optional<Version<FleetLedger>> write(FleetLedger value, Optional<Version<FleetLedger>> read) {
            return document.write(value, read);
        }

        private static void failIf(boolean refused) {
            if (refused) {
                throw new Unavailable("reach the control bucket", new IllegalStateException("it is away"));
            }
        }
    }

    /** Notes what it's told, and drains as soon as it holds nothing. */
    private static final class StandInWorker implements Follower {

        private final List<String> calls = new ArrayList<>();
        private int inProgress;
        private long done;

        @Override
        public void receive() {
            calls.add("receive");
        }

        @Override
        public void drain() {
            calls.add("drain");
        }

        @Override
        public void end() {
            calls.add("end");
        }

        @Override
        public WorkerState state() {
            if (!calls.contains("drain")) {
                return WorkerState.READY;
            }
            return inProgress > 0 ? WorkerState.DRAINING : WorkerState.DRAINED;
        }

        @Override
        public Work work() {
            return new Work(inProgress, done, Duration.ofSeconds(3), 12, Duration.ofMillis(40));
        }
    }
}
