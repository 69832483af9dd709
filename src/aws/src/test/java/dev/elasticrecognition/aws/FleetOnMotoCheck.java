package dev.elasticrecognition.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FleetSettings;
import dev.elasticrecognition.domain.fleet.FleetStores;
import dev.elasticrecognition.domain.fleet.FrontReport;
import dev.elasticrecognition.domain.fleet.Heartbeat;
import dev.elasticrecognition.domain.fleet.Instance;
import dev.elasticrecognition.domain.fleet.InstanceState;
import dev.elasticrecognition.domain.fleet.ObserveFleet;
import dev.elasticrecognition.domain.fleet.Offering;
import dev.elasticrecognition.domain.fleet.ScaleFleet;
import dev.elasticrecognition.domain.fleet.WorkerState;
import dev.elasticrecognition.domain.latency.LatencyHistogram;
import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.domain.scaling.ScalingSettings.Policy;
import dev.elasticrecognition.testkit.InMemoryDecisionLog;
import dev.elasticrecognition.testkit.InMemoryFrontReports;
import dev.elasticrecognition.testkit.InMemoryHeartbeats;
import dev.elasticrecognition.testkit.InMemorySharedDocument;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * The fleet's code against an EC2 that isn't ours: moto's server, whose command the system property {@code moto.server}
 * names. Moto runs nothing, so the workers' heartbeats are played here; and it launches no more than one instance a call
 * and forgets client tokens, so a launch that is repeated isn't tried here.
 */
class FleetOnMotoCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static CloudUnderTest moto;
    private static Ec2Client ec2;

    private final InMemoryHeartbeats heartbeats = new InMemoryHeartbeats();
    private final InMemorySharedDocument<FleetControl> control = new InMemorySharedDocument<>();
    private final AtomicLong beats = new AtomicLong();
    private final Ec2FleetProvider provider = provider(Optional.empty(), moto.image(), "us-east-1a");
    private final ScaleFleet fleet = fleet();
    private int waiting;
    private int most;

    @BeforeAll
    static void startMoto() throws IOException {
        moto = CloudUnderTest.moto(System.getProperty("moto.server"));
        ec2 = moto.clients().ec2();
    }

    @AfterAll
    static void stopMoto() {
        moto.close();
    }

    @Test
    void itGrowsToWhatIsNeededAndShrinksToNothing() {
        waiting = 5;
        tickUntil(5);

        waiting = 0;
        tickUntil(0);

        assertThat(most).isEqualTo(5);
        assertThat(provider.describe().instances()).extracting(Instance::state).containsOnly(InstanceState.TERMINATED);
        assertThat(fleet.latest().orElseThrow().ledger().tally().busyKilled()).isZero();
    }

    @Test
    void theMaximumHolds() {
        waiting = 100;
        tickUntil(8);
        fleet.tick();
        fleet.tick();

        assertThat(most).isEqualTo(8);
    }

    @Test
    void theWarmPoolStopsAndStarts() {
        control.write(FleetControl.of(settings(1)), Optional.empty());
        waiting = 1;
        tickUntil(1);
        String id = alive().get(0).id();
        waiting = 0;
        tickUntil(0);
        await().atMost(PATIENCE).until(() -> state(id) == InstanceState.STOPPED);

        waiting = 1;
        tickUntil(1);

        assertThat(alive()).extracting(Instance::id).containsExactly(id);
    }

    @Test
    void terminatingWhatIsUnknownIsHarmless() {
        assertThatNoException().isThrownBy(() -> provider.terminate("i-0123456789abcdef0"));
    }

    @Test
    void theLaunchTemplateSaysTheImageAndTheSubnetThePlace() {
        String template = ec2.createLaunchTemplate(create -> create.launchTemplateName("template-" + System.nanoTime())
                        .launchTemplateData(data -> data.imageId(moto.image())))
                .launchTemplate()
                .launchTemplateId();
        String subnet = ec2.describeSubnets().subnets().get(0).subnetId();
        Ec2FleetProvider templated = provider(Optional.of(template + ":1"), "ami-00000001", subnet);

        List<String> launched =
                templated.launch(new Offering("c7i.large", subnet), 1, Long.toString(System.nanoTime()));

        assertThat(ec2.describeInstances(describe -> describe.instanceIds(launched))
                        .reservations()
                        .get(0)
                        .instances())
                .extracting(instance -> instance.imageId(), instance -> instance.subnetId())
                .containsExactly(tuple(moto.image(), subnet));
    }

    private void tickUntil(int number) {
        await().atMost(PATIENCE).until(() -> {
            fleet.tick();
            List<Instance> alive = alive();
            alive.forEach(this::beat);
            most = Math.max(most, alive.size());
            return alive.size() == number;
        });
    }

    private void beat(Instance instance) {
        boolean drains = fleet.latest()
                .flatMap(tick -> tick.ledger().drainOf(instance.id()))
                .isPresent();
        heartbeats.send(new Heartbeat(
                instance.id(),
                beats.incrementAndGet(),
                drains ? WorkerState.DRAINED : WorkerState.READY,
                0,
                0,
                Duration.ZERO,
                0,
                Duration.ZERO,
                "model"));
    }

    private List<Instance> alive() {
        return provider.describe().instances().stream()
                .filter(instance ->
                        instance.state() == InstanceState.PENDING || instance.state() == InstanceState.RUNNING)
                .toList();
    }

    private InstanceState state(String id) {
        return provider.describe().instances().stream()
                .filter(instance -> instance.id().equals(id))
                .map(Instance::state)
                .findFirst()
                .orElseThrow();
    }

    private ScaleFleet fleet() {
        FleetSettings settings = new FleetSettings(
                8,
                2,
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofSeconds(15));
        FleetStores stores = new FleetStores(
                new InMemorySharedDocument<FleetLedger>(),
                control,
                heartbeats,
                new InMemoryFrontReports(),
                new InMemoryDecisionLog());
        AtomicLong own = new AtomicLong();
        ObserveFleet observe = new ObserveFleet(
                provider,
                () -> new Backlog(waiting, 0, 0),
                stores,
                () -> new FrontReport("front", own.incrementAndGet(), 0, 0, 0, Optional.empty(), LatencyHistogram.NONE),
                settings,
                InstantSource.system());
        return new ScaleFleet(
                "front",
                observe,
                provider,
                stores,
                settings,
                settings(0),
                InstantSource.system(),
                RandomGenerator.getDefault());
    }

    private static ScalingSettings settings(int warmPool) {
        return new ScalingSettings(
                Policy.INSTANCE_PER_REQUEST, 0, 8, Duration.ofSeconds(10), 1.5, 10, Duration.ZERO, warmPool);
    }

    private static Ec2FleetProvider provider(Optional<String> launchTemplate, String image, String place) {
        Ec2Settings settings = new Ec2Settings(
                "fleet-" + System.nanoTime(),
                launchTemplate,
                image,
                List.of(new Offering("c7i.large", place)),
                "/start");
        return new Ec2FleetProvider(ec2, settings, new WorkerUserData(Map.of(), "", settings.workerCommand()));
    }
}
