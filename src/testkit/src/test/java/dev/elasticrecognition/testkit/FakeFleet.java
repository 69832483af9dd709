package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.fleet.Fleet;
import dev.elasticrecognition.domain.fleet.FleetProvider;
import dev.elasticrecognition.domain.fleet.Instance;
import dev.elasticrecognition.domain.fleet.InstanceState;
import dev.elasticrecognition.domain.fleet.LaunchRefused;
import dev.elasticrecognition.domain.fleet.Offering;
import dev.elasticrecognition.domain.messaging.Unavailable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A cloud that launches, with a client token as EC2 has it, and that can refuse, lose answers and be slow to tell. */
final class FakeFleet implements FleetProvider {

    static final Offering LARGE = new Offering("c7i.large", "");
    static final Offering XLARGE = new Offering("c7i.xlarge", "us-east-1a");

    /** How many instances each launch that had an effect was for. */
    final List<Integer> launches = new ArrayList<>();

    final Set<Offering> soldOut = new HashSet<>();

    /** It describes nothing that was launched since. */
    boolean silent;

    /** It answers no call to describe. */
    boolean away;

    /** It launches, but the answer doesn't arrive. */
    boolean losesAnswers;

    private final InstantSource clock;
    private final Map<String, List<String>> byToken = new HashMap<>();
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private Fleet told = Fleet.EMPTY;
    private int most;

    FakeFleet(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Offering> offerings() {
        return List.of(LARGE, XLARGE);
    }

    @Override
    public Fleet describe() {
        if (away) {
            throw new Unavailable("describe", new IllegalStateException("the cloud is away"));
        }
        if (!silent) {
            told = new Fleet(List.copyOf(instances.values()));
        }
        return told;
    }

    @Override
    public List<String> launch(Offering offering, int atMost, String token) {
        if (soldOut.contains(offering)) {
            throw new LaunchRefused("launch", "none left", new IllegalStateException("none left"));
        }
        List<String> launched = byToken.computeIfAbsent(token, any -> launched(atMost, token));
        if (losesAnswers) {
            throw new Unavailable("launch", new IllegalStateException("the answer was lost"));
        }
        return launched;
    }

    @Override
    public void terminate(String id) {
        become(id, InstanceState.TERMINATED);
    }

    @Override
    public void stop(String id) {
        become(id, InstanceState.STOPPED);
    }

    @Override
    public void start(String id) {
        become(id, InstanceState.PENDING);
        countAlive();
    }

    void become(String id, InstanceState state) {
        instances.computeIfPresent(
                id,
                (same, instance) -> new Instance(
                        id,
                        state,
                        state == InstanceState.PENDING ? clock.instant() : instance.launchedAt(),
                        instance.decision()));
    }

    /** The ids of the instances that pend or run, the oldest first. */
    List<String> alive() {
        return instances.values().stream()
                .filter(instance ->
                        instance.state() == InstanceState.PENDING || instance.state() == InstanceState.RUNNING)
                .map(Instance::id)
                .toList();
    }

    InstanceState state(String id) {
        return instances.get(id).state();
    }

    /** The most instances that were ever alive at once. */
    int most() {
        return most;
    }

    private List<String> launched(int number, String token) {
        launches.add(number);
        List<String> launched = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String id = "i-%04x".formatted(instances.size());
            instances.put(id, new Instance(id, InstanceState.PENDING, clock.instant(), token));
            launched.add(id);
        }
        countAlive();
        return launched;
    }

    private void countAlive() {
        most = Math.max(most, alive().size());
    }
}
