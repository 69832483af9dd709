package dev.elasticrecognition.chaos.system;

import dev.elasticrecognition.client.local.DataDirectory;
import dev.elasticrecognition.client.local.Layout;
import dev.elasticrecognition.client.local.LocalSystemException;
import dev.elasticrecognition.client.local.OperatorPassword;
import dev.elasticrecognition.client.local.Ports;
import dev.elasticrecognition.client.local.Role;
import dev.elasticrecognition.client.local.Running;
import dev.elasticrecognition.client.local.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The system as {@code elastic up} runs it, with the same supervisor, on free ports. Front end and workers come to the stores
 * by {@linkplain Detour detours}. Times are set so that much happens in a minute: leases lapse after ten seconds, capacity is
 * given back after ten more, and a request may be hit by accidents fifty times before it is given up.
 */
public final class LocalSystem implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of(
            "ELASTIC_QUEUE_VISIBILITY_TIMEOUT", "PT10S",
            "ELASTIC_QUEUE_MAX_RECEIVES", "50",
            "ELASTIC_FLEET_POLICY", "instance-per-request",
            "ELASTIC_FLEET_SCALE_IN_WINDOW", "PT10S",
            "ELASTIC_FLEET_BOOT_DEADLINE", "PT60S");

    private final DataDirectory data;
    private final Ports ports;
    private final List<Detour> detours;
    private final Supervisor supervisor;
    private final AtomicReference<String> end = new AtomicReference<>();

    private LocalSystem(
            Path home, DataDirectory data, Ports ports, List<Detour> detours, int maximum, Consumer<String> notices) {
        this.data = data;
        this.ports = ports;
        this.detours = List.copyOf(detours);
        this.supervisor = new Supervisor(layout(home, detours, maximum), data, ports, notices);
    }

    /**
     * Starts it.
     *
     * @param home the checkout
     * @param data where everything that is written is kept
     * @param maximum how many instances there may be
     * @param notices hears, a line each, what happens to the processes
     * @throws LocalSystemException if it doesn't start
     */
    public static LocalSystem start(Path home, Path data, int maximum, Consumer<String> notices)
            throws IOException, InterruptedException {
        Ports ports = new Ports(freePort(), freePort(), freePort(), freePort());
        List<Detour> detours = List.of(new Detour(ports.sqs()), new Detour(ports.s3()), new Detour(ports.ec2()));
        LocalSystem system = new LocalSystem(home, new DataDirectory(data), ports, detours, maximum, notices);
        Runtime.getRuntime().addShutdownHook(new Thread(system.supervisor::close, "stop"));
        system.supervisor.start();
        Thread watcher = new Thread(system::watch, "watcher");
        watcher.setDaemon(true);
        watcher.start();
        return system;
    }

    /** Where the front end answers. */
    public URI frontEnd() {
        return ports.service();
    }

    /** Where the local cloud takes faults. */
    public URI faults() {
        return URI.create("http://127.0.0.1:" + ports.ec2() + "/faults");
    }

    /** The ways to SQS, S3 and EC2, in this order. */
    public List<Detour> detours() {
        return detours;
    }

    public Instances instances() {
        return new Instances(data.cloud());
    }

    /** Its buckets and queues. */
    public Stores stores() throws IOException {
        return new Stores(data, ports);
    }

    /** The operator's password, which is told at the first start and in no later log. */
    public Optional<String> password() {
        return OperatorPassword.toldIn(data);
    }

    /** The processes of the front end or the local cloud, without its instances; none while one of both is being started. */
    public List<ProcessHandle> processes(Role role) {
        return Running.in(data)
                .filter(running -> !running.alive(Role.FRONT_END).isEmpty())
                .filter(running -> !running.alive(Role.LOCAL_CLOUD).isEmpty())
                .filter(Running::ready)
                .map(running -> running.alive(role))
                .map(found -> role == Role.FRONT_END ? Processes.trees(found) : found)
                .orElse(List.of());
    }

    /** Why the supervisor has given up, if it has. */
    public Optional<String> end() {
        return Optional.ofNullable(end.get());
    }

    /** Ends all of it. */
    @Override
    public void close() {
        supervisor.close();
        for (Detour detour : detours) {
            try {
                detour.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void watch() {
        try {
            supervisor.watch();
        } catch (LocalSystemException | IOException e) {
            if (!supervisor.isClosing()) {
                end.set(e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Endpoints are the front end's to hand on; so workers take the same detours. */
    private static Layout layout(Path home, List<Detour> detours, int maximum) {
        Layout built = Layout.below(home);
        Map<String, String> environment = new TreeMap<>(SETTINGS);
        environment.put("ELASTIC_FLEET_MAXIMUM", Integer.toString(maximum));
        environment.put("AWS_ENDPOINT_URL_SQS", detours.get(0).address().toString());
        environment.put("AWS_ENDPOINT_URL_S3", detours.get(1).address().toString());
        environment.put("AWS_ENDPOINT_URL_EC2", detours.get(2).address().toString());
        List<String> frontEnd = new ArrayList<>(List.of("env"));
        environment.forEach((name, value) -> frontEnd.add(name + "=" + value));
        frontEnd.addAll(built.frontEnd());
        return new Layout(built.localCloud(), frontEnd, built.workerCommand(), built.needed());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
