package dev.elasticrecognition.chaos.strikes;

import dev.elasticrecognition.chaos.load.Load;
import dev.elasticrecognition.chaos.schedule.Accident;
import dev.elasticrecognition.chaos.schedule.Kind;
import dev.elasticrecognition.chaos.strikes.Strike.Struck;
import dev.elasticrecognition.chaos.system.Detour;
import dev.elasticrecognition.chaos.system.Detour.Weather;
import dev.elasticrecognition.chaos.system.Instances;
import dev.elasticrecognition.chaos.system.LocalSystem;
import dev.elasticrecognition.chaos.system.Processes;
import dev.elasticrecognition.chaos.system.Stores;
import dev.elasticrecognition.client.local.Role;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How each kind of accident is brought about. */
final class Strikes {

    private static final List<String> STORES = List.of("SQS", "S3", "EC2");
    private static final int LATEST = 20;

    /** So long after its launch a worker hasn't sent its first heartbeat. */
    private static final Duration BOOT = Duration.ofSeconds(3);

    private final LocalSystem system;
    private final Instances instances;
    private final Stores stores;
    private final Load load;
    private final FaultSwitch faults;
    private final Map<Kind, Strike> all = new EnumMap<>(Kind.class);

    Strikes(LocalSystem system, Stores stores, Load load, FaultSwitch faults) {
        this.system = system;
        this.instances = system.instances();
        this.stores = stores;
        this.load = load;
        this.faults = faults;
        addDeaths();
        addFreezes();
        addFaults();
        addConnections();
        all.put(Kind.DUPLICATES, accident -> sendAgain());
        all.put(Kind.FULL_DISK, accident -> fillDisk());
    }

    Strike of(Kind kind) {
        return all.get(kind);
    }

    private void addDeaths() {
        all.put(Kind.KILL_WORKER, accident -> worker(accident).map(this::killed));
        all.put(Kind.KILL_BOOTING_WORKER, accident -> bootingWorker(accident).map(this::killed));
        all.put(Kind.KILL_FRONT_END, accident -> killed(Role.FRONT_END));
        all.put(Kind.KILL_CLOUD, accident -> killed(Role.LOCAL_CLOUD));
        all.put(Kind.MACHINE_DEATH, this::killMachine);
        all.put(Kind.INTERRUPTION, this::interrupt);
    }

    private void addFreezes() {
        all.put(Kind.FREEZE_WORKER, accident -> {
            Optional<String> id = worker(accident);
            return id.isEmpty() ? Optional.empty() : frozen(id.get(), tree(id.get()));
        });
        all.put(Kind.FREEZE_FRONT_END, accident -> frozen("front end", system.processes(Role.FRONT_END)));
        all.put(Kind.FREEZE_CLOUD, accident -> frozen("local cloud", system.processes(Role.LOCAL_CLOUD)));
    }

    private void addFaults() {
        fault(Kind.REFUSED_CAPACITY, "{\"fault\": \"capacity\"}");
        fault(Kind.THROTTLED_EC2, "{\"fault\": \"throttle\", \"share\": 0.5}");
        fault(Kind.FAILING_EC2, "{\"fault\": \"internal-error\", \"share\": 0.3}");
        fault(
                Kind.LOST_ANSWERS,
                "{\"fault\": \"lost-answer\", \"actions\": [\"RunInstances\", \"TerminateInstances\"], \"cut\": true}");
        fault(Kind.HIDDEN_INSTANCES, "{\"fault\": \"hidden\", \"seconds\": 8}");
        fault(Kind.STALE_STATES, "{\"fault\": \"stale\", \"seconds\": 5}");
        fault(Kind.SLOW_BOOTS, "{\"fault\": \"slow-boot\", \"seconds\": 10}");
        fault(Kind.STUCK_BOOTS, "{\"fault\": \"stuck-boot\", \"times\": 1}");
    }

    private void addConnections() {
        all.put(Kind.CUT_CONNECTIONS, accident -> turned(anyStore(accident), Weather.CUT));
        all.put(Kind.DELAYED_CONNECTIONS, accident -> turned(anyStore(accident), Weather.DELAYED));
        all.put(Kind.SILENT_CONNECTIONS, accident -> turned(anyStore(accident), Weather.SILENT));
        all.put(Kind.LYING_COUNTERS, accident -> turned(STORES.indexOf("SQS"), Weather.LYING));
    }

    private void fault(Kind kind, String fault) {
        all.put(kind, accident -> {
            faults.add(accident, fault);
            return Optional.of(new Struck("EC2", () -> faults.remove(accident)));
        });
    }

    private Optional<String> worker(Accident accident) {
        return accident.victim(instances.working());
    }

    private Optional<String> bootingWorker(Accident accident) {
        return accident.victim(instances.working().stream()
                .filter(id -> instances
                        .process(id)
                        .flatMap(process -> process.info().startInstant())
                        .filter(started -> started.plus(BOOT).isAfter(Instant.now()))
                        .isPresent())
                .toList());
    }

    private List<ProcessHandle> tree(String instance) {
        return Processes.trees(instances.process(instance).stream().toList());
    }

    private Struck killed(String instance) {
        Processes.kill(tree(instance));
        return Struck.atOnce(instance);
    }

    private Optional<Struck> killed(Role role) {
        List<ProcessHandle> processes = system.processes(role);
        Processes.kill(processes);
        return processes.isEmpty() ? Optional.empty() : Optional.of(Struck.atOnce(role.toString()));
    }

    private Optional<Struck> killMachine(Accident accident) throws IOException, InterruptedException {
        Optional<String> id = accident.victim(instances.up());
        if (id.isPresent()) {
            faults.kill(id.get());
        }
        return id.map(Struck::atOnce);
    }

    private Optional<Struck> interrupt(Accident accident) throws IOException, InterruptedException {
        Optional<String> id = worker(accident);
        if (id.isPresent()) {
            faults.interrupt(id.get(), accident.length());
        }
        return id.map(Struck::atOnce);
    }

    private static Optional<Struck> frozen(String what, List<ProcessHandle> processes)
            throws IOException, InterruptedException {
        if (processes.isEmpty()) {
            return Optional.empty();
        }
        Processes.freeze(processes);
        return Optional.of(new Struck(what, () -> Processes.thaw(processes)));
    }

    private Optional<Struck> sendAgain() {
        List<String> ids = load.latest(LATEST);
        long sent =
                ids.stream().filter(stores::sendAgain).filter(stores::sendAgain).count();
        return sent == 0 ? Optional.empty() : Optional.of(Struck.atOnce(sent + " requests"));
    }

    private Optional<Struck> fillDisk() throws IOException, InterruptedException {
        List<ProcessHandle> servers = servers();
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        Processes.keepFromWriting(servers);
        Processes.keepFromWriting(Processes.trees(instances.processes()));
        return Optional.of(new Struck("everybody", () -> {
            Processes.letWrite(servers);
            Processes.letWrite(Processes.trees(instances.processes()));
        }));
    }

    private List<ProcessHandle> servers() {
        return Stream.of(Role.LOCAL_CLOUD, Role.FRONT_END)
                .flatMap(role -> system.processes(role).stream())
                .toList();
    }

    private static int anyStore(Accident accident) {
        return accident.target() % STORES.size();
    }

    private Optional<Struck> turned(int store, Weather weather) {
        Detour way = system.detours().get(store);
        way.turn(weather);
        return Optional.of(new Struck(STORES.get(store), () -> way.end(weather)));
    }
}
