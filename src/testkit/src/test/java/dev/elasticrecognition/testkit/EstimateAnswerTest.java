package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.fleet.EstimateAnswer;
import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FleetSettings;
import dev.elasticrecognition.domain.fleet.FleetStores;
import dev.elasticrecognition.domain.fleet.FrontReport;
import dev.elasticrecognition.domain.fleet.Heartbeat;
import dev.elasticrecognition.domain.fleet.InstanceState;
import dev.elasticrecognition.domain.fleet.ObserveFleet;
import dev.elasticrecognition.domain.fleet.Prospect;
import dev.elasticrecognition.domain.fleet.Prospect.Capacity;
import dev.elasticrecognition.domain.fleet.ScaleFleet;
import dev.elasticrecognition.domain.fleet.WorkerState;
import dev.elasticrecognition.domain.latency.LatencyHistogram;
import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.domain.scaling.ScalingSettings.Policy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** An instance answers 2 requests per second; a boot takes 60 s; the fleet is looked at every second. */
class EstimateAnswerTest {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final FakeFleet cloud = new FakeFleet(clock);
    private final InMemoryHeartbeats heartbeats = new InMemoryHeartbeats();
    private final InMemorySharedDocument<FleetControl> control = new InMemorySharedDocument<>();
    private final FleetStores stores = new FleetStores(
            new InMemorySharedDocument<FleetLedger>(),
            control,
            heartbeats,
            new InMemoryFrontReports(),
            new InMemoryDecisionLog());
    private final SentRequests sent = new SentRequests(clock);
    private final ScaleFleet leader = front("front-1");
    private final ScaleFleet follower = front("front-2");

    private int waiting;

    @Test
    void whereNothingRunsItTakesATickABootAndTheAnswer() {
        tick();

        assertThat(inSeconds(leader)).contains(61.5);
    }

    @Test
    void whereAnInstanceIsReadyItTakesTheWorkThatIsThere() {
        ready();
        waiting = 9;
        tick();

        assertThat(inSeconds(leader)).contains(5.0);
    }

    @Test
    void aFrontEndThatDoesNotLeadTellsTheSame() {
        waiting = 9;
        tick();
        clock.pass(Duration.ofSeconds(10));
        tick();

        assertThat(follower.latest().orElseThrow().leading()).isFalse();
        assertThat(inSeconds(follower)).contains(55.0).isEqualTo(inSeconds(leader));
    }

    @Test
    void whatWasSentSinceTheLastLookCounts() {
        ready();
        for (int i = 0; i < 20; i++) {
            sent.sending(Samples.submission(Samples.id()));
        }

        assertThat(inSeconds(leader)).contains(10.0);
    }

    @Test
    void whereTheFleetIsPausedAndNothingRunsNobodyKnows() {
        control.write(FleetControl.of(settings()).withPaused(true), Optional.empty());
        tick();

        assertThat(inSeconds(leader)).isEmpty();
    }

    @Test
    void whereTheBootsFailNobodyKnows() {
        waiting = 1;
        for (int boot = 0; boot < 3; boot++) {
            tick();
            tick();
            cloud.become(cloud.alive().get(0), InstanceState.TERMINATED);
            tick();
        }

        assertThat(leader.latest().orElseThrow().ledger().breaker().isTrying()).isTrue();
        assertThat(inSeconds(leader)).isEmpty();
    }

    @Test
    void aLookThatIsLongAgoTellsNothing() {
        tick();
        clock.pass(Duration.ofSeconds(16));

        assertThat(inSeconds(leader)).isEmpty();
    }

    @Test
    void beforeTheFirstLookNothingIsTold() {
        assertThat(inSeconds(leader)).isEmpty();
    }

    @Test
    void itIsToldWhetherSomebodyIsThereToAnswer() {
        tick();
        assertThat(prospect().capacity()).isEqualTo(Capacity.STARTING);

        ready();
        assertThat(prospect().capacity()).isEqualTo(Capacity.READY);
    }

    @Test
    void whereNothingWillBeLaunchedNobodyIsThere() {
        tick();
        control.write(leader.latest().orElseThrow().control().withPaused(true), control.read());
        tick();

        assertThat(prospect().capacity()).isEqualTo(Capacity.NONE);
        assertThat(prospect().answerAt()).isEmpty();
    }

    @Test
    void allThatIsNotAnsweredIsAhead() {
        waiting = 7;
        tick();

        assertThat(prospect().ahead()).isEqualTo(7);
    }

    private Prospect prospect() {
        return new EstimateAnswer(leader, sent, TICK, clock).ofOneThatJoinsNow().orElseThrow();
    }

    private Optional<Double> inSeconds(ScaleFleet front) {
        return new EstimateAnswer(front, sent, TICK, clock)
                .ofOneThatJoinsNow()
                .flatMap(Prospect::answerAt)
                .map(at -> Duration.between(clock.instant(), at).toMillis() / 1000.0);
    }

    private void tick() {
        leader.tick();
        follower.tick();
    }

    /** One instance whose worker is ready. */
    private void ready() {
        waiting = 1;
        tick();
        cloud.alive().forEach(id -> {
            cloud.become(id, InstanceState.RUNNING);
            heartbeats.send(new Heartbeat(id, 1, WorkerState.READY, 0, 0, Duration.ZERO, 0, Duration.ZERO, "model"));
        });
        waiting = 0;
        tick();
    }

    private ScaleFleet front(String self) {
        AtomicLong beat = new AtomicLong();
        FleetSettings settings = new FleetSettings(
                20,
                2,
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofSeconds(15));
        ObserveFleet observe = new ObserveFleet(
                cloud,
                () -> new Backlog(waiting, 0, 0),
                stores,
                () -> new FrontReport(self, beat.incrementAndGet(), 0, 0, 0, Optional.empty(), LatencyHistogram.NONE),
                settings,
                clock);
        return new ScaleFleet(
                self, observe, cloud, stores, settings, settings(), clock, RandomGenerator.of("L64X128MixRandom"));
    }

    /** Never more than one instance, so that the numbers are easy to follow. */
    private static ScalingSettings settings() {
        return new ScalingSettings(
                Policy.INSTANCE_PER_REQUEST, 0, 1, Duration.ofSeconds(10), 1, 10, Duration.ofMinutes(10), 0);
    }
}
