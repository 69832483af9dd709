package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.audit.Audit;
import dev.elasticrecognition.domain.audit.AuditEntry;
import dev.elasticrecognition.domain.audit.AuditTrail;
import dev.elasticrecognition.domain.audit.Change;
import dev.elasticrecognition.domain.fleet.Fleet;
import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetControl.DrainOrder;
import dev.elasticrecognition.domain.fleet.FleetControl.ManualCapacity;
import dev.elasticrecognition.domain.fleet.FleetProvider;
import dev.elasticrecognition.domain.fleet.Instance;
import dev.elasticrecognition.domain.fleet.InstanceState;
import dev.elasticrecognition.domain.fleet.Member;
import dev.elasticrecognition.domain.fleet.Offering;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.fleet.SteerFleet;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.scaling.InvalidSetting;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators say something, and it stands there for whoever leads. */
class SteerFleetTest {

    private static final String JOE = "Joe";
    private static final ScalingSettings DEFAULTS = FleetSamples.settings();

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final SharedDocument<FleetControl> document = new InMemorySharedDocument<>();
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Cloud cloud = new Cloud();
    private final SteerFleet steerFleet = over(document);

    @Test
    void asLongAsNobodyHasSaidAnythingTheDefaultsHold() {
        assertThat(steerFleet.settings()).isEqualTo(DEFAULTS);
        assertThat(document.read()).isEmpty();
    }

    @Test
    void theFirstChangeIsMadeFromTheDefaults() {
        ScalingSettings changed = withMaximum(5);

        assertThat(steerFleet.changeSettings(DEFAULTS, changed, JOE)).isTrue();

        assertThat(steerFleet.settings()).isEqualTo(changed);
        assertThat(control()).isEqualTo(FleetControl.of(changed));
    }

    @Test
    void aChangeFromSettingsThatHaveChangedMeanwhileIsNotMade() {
        steerFleet.changeSettings(DEFAULTS, withMaximum(5), JOE);

        assertThat(steerFleet.changeSettings(DEFAULTS, withMaximum(6), JOE)).isFalse();

        assertThat(steerFleet.settings()).isEqualTo(withMaximum(5));
    }

    @Test
    void ofManyChangesFromTheSameSettingsOneIsMade() {
        long made = IntStream.rangeClosed(1, 16)
                .parallel()
                .filter(maximum -> steerFleet.changeSettings(DEFAULTS, withMaximum(maximum), JOE))
                .count();

        assertThat(made).isEqualTo(1);
    }

    @Test
    void whatElseIsSaidMeanwhileDoesNotHinderAChangeOfTheSettings() {
        steerFleet.pause(JOE);

        assertThat(steerFleet.changeSettings(DEFAULTS, withMaximum(5), JOE)).isTrue();

        assertThat(control().paused()).isTrue();
    }

    @Test
    void aMaximumAboveTheHardLimitIsRefused() {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> steerFleet.changeSettings(DEFAULTS, withMaximum(21), JOE))
                .satisfies(invalid -> assertThat(invalid.setting()).isEqualTo("maximum"))
                .withMessageContaining("20");
        assertThat(document.read()).isEmpty();
    }

    @Test
    void pausedIsWhatWasPausedLast() {
        steerFleet.pause(JOE);
        assertThat(control().paused()).isTrue();

        steerFleet.resume(JOE);
        assertThat(control().paused()).isFalse();
    }

    @Test
    void whatIsSoAlreadyIsNotWrittenAgain() {
        steerFleet.resume(JOE);
        assertThat(document.read()).isEmpty();

        steerFleet.pause(JOE);
        String tag = document.read().orElseThrow().tag();
        steerFleet.pause(JOE);

        assertThat(document.read().orElseThrow().tag()).isEqualTo(tag);
    }

    @Test
    void aCapacityIsSetForATimeAndCanBeGivenBack() {
        ManualCapacity set = steerFleet.setCapacity(3, Duration.ofMinutes(10), JOE);

        assertThat(set).isEqualTo(new ManualCapacity(3, Samples.NOON.plusSeconds(600), JOE));
        assertThat(control().manual()).contains(set);

        steerFleet.clearCapacity(JOE);
        assertThat(control().manual()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, PT1M, capacity", "21, PT1M, capacity", "3, PT0.999S, for", "3, P1DT0.001S, for", "3, -PT1M, for"})
    void aCapacityOrTimeOutOfRangeIsRefused(int capacity, Duration time, String setting) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> steerFleet.setCapacity(capacity, time, JOE))
                .satisfies(invalid -> assertThat(invalid.setting()).isEqualTo(setting));
        assertThat(document.read()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S", "20, P1D"})
    void theBoundsThemselvesAreInRange(int capacity, Duration time) {
        assertThat(steerFleet.setCapacity(capacity, time, JOE).until()).isEqualTo(Samples.NOON.plus(time));
    }

    @Test
    void anOrderToDrainStandsThereUntilItIsSurelyFollowed() {
        steerFleet.drain(member("i-1"), JOE);
        clock.pass(Duration.ofMinutes(30));
        Instant half = clock.instant();
        steerFleet.drain(member("i-2"), JOE);
        assertThat(control().drainOrders())
                .containsExactly(new DrainOrder("i-1", JOE, Samples.NOON), new DrainOrder("i-2", JOE, half));

        clock.pass(Duration.ofMinutes(31));
        steerFleet.drain(member("i-3"), JOE);

        assertThat(control().drainOrders()).extracting(DrainOrder::instance).containsExactly("i-2", "i-3");
    }

    @Test
    void anInstanceIsTerminatedAtOnce() {
        steerFleet.terminate(member("i-1"), JOE);

        assertThat(cloud.terminated).containsExactly("i-1");
        assertThat(document.read()).isEmpty();
    }

    @Test
    void aConflictIsTriedAgainOverWhatIsThereThen() {
        SharedDocument<FleetControl> busy = new Busy(document, 3);

        over(busy).pause(JOE);

        assertThat(control().paused()).isTrue();
        assertThat(control().drainOrders()).as("what others said meanwhile").hasSize(3);
    }

    @Test
    void conflictsWithoutEndAreGivenUp() {
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> over(new Busy(document, Integer.MAX_VALUE)).pause(JOE))
                .withMessageContaining("Joe paused the fleet");
    }

    @Test
    void everyChangeIsTakenDownWithWhoMadeItAndWhatItChanged() {
        steerFleet.changeSettings(DEFAULTS, withMaximum(5), JOE);
        clock.pass(Duration.ofSeconds(1));
        steerFleet.pause("Zoë");
        clock.pass(Duration.ofSeconds(1));
        steerFleet.setCapacity(3, Duration.ofMinutes(10), JOE);
        clock.pass(Duration.ofSeconds(1));
        steerFleet.clearCapacity(JOE);
        clock.pass(Duration.ofSeconds(1));
        steerFleet.resume(JOE);

        assertThat(trail.all())
                .extracting(AuditEntry::action)
                .containsExactly("resume", "clear-capacity", "set-capacity", "pause", "change-settings");
        assertThat(trail.all()).extracting(AuditEntry::by).containsExactly(JOE, JOE, JOE, "Zoë", JOE);
        assertThat(trail.all().get(4).at()).isEqualTo(Samples.NOON);
        assertThat(trail.all().get(4).changes()).containsExactly(Change.of("maximum", "20", "5"));
        assertThat(trail.all().get(3).changes()).containsExactly(Change.of("paused", "false", "true"));
        assertThat(trail.all().get(2).changes())
                .containsExactly(
                        new Change("capacity", Optional.empty(), Optional.of("3")),
                        new Change("until", Optional.empty(), Optional.of("2026-11-24T12:10:02Z")));
        assertThat(trail.all().get(1).changes()).allMatch(change -> change.to().isEmpty());
    }

    @Test
    void whatIsDoneToAnInstanceIsTakenDown() {
        steerFleet.drain(member("i-1"), JOE);
        clock.pass(Duration.ofSeconds(1));
        steerFleet.terminate(member("i-2"), JOE);

        assertThat(trail.all()).extracting(AuditEntry::action).containsExactly("terminate", "drain");
        assertThat(trail.all().get(0).subject()).contains("i-2");
        assertThat(trail.all().get(1).changes()).containsExactly(Change.of("stage", "ready", "draining"));
    }

    @Test
    void aShadowPolicyIsSetChangedAndRemovedByWhoKnowsWhatIsThere() {
        assertThat(steerFleet.changeShadow(Optional.empty(), Optional.of(withMaximum(5)), JOE))
                .isTrue();
        assertThat(steerFleet.changeShadow(Optional.empty(), Optional.of(withMaximum(6)), JOE))
                .isFalse();
        assertThat(steerFleet.shadow()).contains(withMaximum(5));
        assertThat(steerFleet.settings()).isEqualTo(DEFAULTS);

        clock.pass(Duration.ofSeconds(1));
        assertThat(steerFleet.changeShadow(Optional.of(withMaximum(5)), Optional.empty(), JOE))
                .isTrue();
        assertThat(steerFleet.shadow()).isEmpty();
        assertThat(trail.all()).extracting(AuditEntry::action).containsExactly("remove-shadow", "set-shadow");
        assertThat(trail.all().get(0).changes())
                .contains(new Change("shadow.maximum", Optional.of("5"), Optional.empty()));
    }

    @Test
    void aShadowPolicyKeepsTheHardLimitToo() {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> steerFleet.changeShadow(Optional.empty(), Optional.of(withMaximum(21)), JOE));
    }

    @Test
    void whatElseIsSaidLeavesTheShadowPolicyAlone() {
        steerFleet.changeShadow(Optional.empty(), Optional.of(withMaximum(5)), JOE);
        steerFleet.pause(JOE);
        steerFleet.setCapacity(3, Duration.ofMinutes(10), JOE);
        steerFleet.drain(member("i-1"), JOE);
        steerFleet.changeSettings(DEFAULTS, withMaximum(6), JOE);

        assertThat(steerFleet.shadow()).contains(withMaximum(5));
    }

    @Test
    void whatChangesNothingIsNotTakenDown() {
        steerFleet.resume(JOE);
        steerFleet.changeSettings(withMaximum(7), withMaximum(6), JOE);

        assertThat(trail.all()).isEmpty();
    }

    @Test
    void aChangeStandsAlthoughItsEntryCouldNotBeKept() {
        AuditTrail away = new AuditTrail() {
            @Override
            public void add(AuditEntry entry) {
                throw new Unavailable("add", new IllegalStateException("the trail is away"));
            }

            @Override
            public Page page(Optional<String> cursor, int limit) {
                throw new UnsupportedOperationException("Steering reads no entries");
            }

            @Override
            public void forgetBefore(Instant start) {
                throw new UnsupportedOperationException("Steering forgets nothing");
            }
        };

        new SteerFleet(document, cloud, DEFAULTS, 20, new Audit(away, clock), clock).pause(JOE);

        assertThat(control().paused()).isTrue();
    }

    private SteerFleet over(SharedDocument<FleetControl> shared) {
        return new SteerFleet(shared, cloud, DEFAULTS, 20, new Audit(trail, clock), clock);
    }

    private FleetControl control() {
        return document.read().orElseThrow().value();
    }

    private static ScalingSettings withMaximum(int maximum) {
        return new ScalingSettings(
                DEFAULTS.policy(),
                DEFAULTS.minimum(),
                maximum,
                DEFAULTS.objective(),
                DEFAULTS.headroom(),
                DEFAULTS.backlogPerInstance(),
                DEFAULTS.scaleInWindow(),
                DEFAULTS.warmPool());
    }

    private static Member member(String id) {
        Instance instance = new Instance(id, InstanceState.RUNNING, Samples.NOON, "");
        return new Member(instance, Member.Stage.READY, Duration.ZERO, Optional.empty(), Duration.ZERO);
    }

    /** A document to which others write whenever we want to. */
    private static final class Busy implements SharedDocument<FleetControl> {

        private final SharedDocument<FleetControl> document;
        private final AtomicInteger others;

        Busy(SharedDocument<FleetControl> document, int others) {
            this.document = document;
            this.others = new AtomicInteger(others);
        }

        @Override
        public Optional<Version<FleetControl>> read() {
            return document.read();
        }

        @Override
        public Optional<Version<FleetControl>> write(FleetControl value, Optional<Version<FleetControl>> read) {
            int other = others.getAndDecrement();
            if (other > 0) {
                FleetControl now = read.map(Version::value).orElseGet(() -> FleetControl.of(DEFAULTS));
                document.write(now.with(new DrainOrder("i-" + other, "Zoë", Samples.NOON), Instant.EPOCH), read);
            }
            return document.write(value, read);
        }
    }

    /** Takes note of what is terminated; nothing else is asked of it. */
    private static final class Cloud implements FleetProvider {

        private final List<String> terminated = new ArrayList<>();

        @Override
        public void terminate(String id) {
            terminated.add(id);
        }

        @Override
        public List<Offering> offerings() {
            throw new UnsupportedOperationException("Steering asks for no offerings");
        }

        @Override
        public Fleet describe() {
            throw new UnsupportedOperationException("Steering describes nothing");
        }

        @Override
        public List<String> launch(Offering offering, int atMost, String token) {
            throw new UnsupportedOperationException("Steering launches nothing");
        }

        @Override
        public void stop(String id) {
            throw new UnsupportedOperationException("Steering stops nothing");
        }

        @Override
        public void start(String id) {
            throw new UnsupportedOperationException("Steering starts nothing");
        }
    }
}
