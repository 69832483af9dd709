package dev.elasticrecognition.bench;

import dev.elasticrecognition.client.local.DataDirectory;
import dev.elasticrecognition.client.local.OperatorPassword;
import dev.elasticrecognition.client.local.Role;
import dev.elasticrecognition.client.local.Running;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The system as {@code elastic up} starts it, and what each of its processes costs. */
final class LocalSystem implements AutoCloseable {

    /** Names of processes in {@link #cpu()}. */
    static final String WORKER = "worker";

    static final String FRONT_END = "front end";

    private final Launcher launcher;
    private final Path data;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalSystem(Launcher launcher, Path data, int port) {
        this.launcher = launcher;
        this.data = data;
        this.port = port;
    }

    /**
     * Starts it on free ports. It ends with this process, if it isn't closed before.
     *
     * @param data a directory of its own
     * @param settings as environment variables
     * @throws IOException if it doesn't start; what it said is in the message
     */
    static LocalSystem start(Launcher launcher, Path data, Map<String, String> settings)
            throws IOException, InterruptedException {
        LocalSystem system = new LocalSystem(launcher, data, freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(system::closeAtLast, "down"));
        launcher.run(
                settings,
                "up",
                "--detach",
                "--data",
                data.toString(),
                "--http-port",
                Integer.toString(system.port),
                "--sqs-port",
                Integer.toString(freePort()),
                "--s3-port",
                Integer.toString(freePort()),
                "--ec2-port",
                Integer.toString(freePort()));
        return system;
    }

    /** Runs a command of a client's that is an operator, too. */
    void elastic(String... command) throws IOException, InterruptedException {
        String password = OperatorPassword.toldIn(new DataDirectory(data))
                .orElseThrow(() -> new IOException("The operator's password isn't told; see the logs in " + data));
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--url", frontEnd().toString()));
        launcher.run(Map.of("ELASTIC_OPERATOR_PASSWORD", password), line.toArray(String[]::new));
    }

    URI frontEnd() {
        return URI.create("http://localhost:" + port);
    }

    /** How many requests have no answer, by the ledger, which is counted anew once a second. */
    int waiting() throws IOException, InterruptedException {
        HttpRequest ask =
                HttpRequest.newBuilder(frontEnd().resolve("/api/ledger")).build();
        String ledger =
                HttpClient.newHttpClient().send(ask, BodyHandlers.ofString()).body();
        try (JsonReader reader = Json.createReader(new StringReader(ledger))) {
            return reader.readObject().getInt("waiting");
        }
    }

    /** The worker's process, once there is one. */
    ProcessHandle worker() throws IOException {
        try (Stream<Path> instances = Files.list(data.resolve("cloud/instances"))) {
            for (Path pid : instances
                    .map(instance -> instance.resolve("pid"))
                    .filter(Files::exists)
                    .toList()) {
                var process =
                        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
                if (process.filter(ProcessHandle::isAlive).isPresent()) {
                    return process.get();
                }
            }
        }
        throw new IOException("There is no worker; see the logs in " + data);
    }

    /** The processor time of each process so far, by its name; this one is {@code clients}. */
    Map<String, Duration> cpu() throws IOException {
        Map<String, Duration> cpu = new LinkedHashMap<>();
        cpu.put(WORKER, time(worker()));
        Running running = Running.in(new DataDirectory(data))
                .orElseThrow(() -> new IOException("Nothing runs; see the logs in " + data));
        cpu.put("local cloud", time(running.alive(Role.LOCAL_CLOUD)));
        cpu.put(FRONT_END, time(withChildren(running.alive(Role.FRONT_END))));
        cpu.put("clients", time(ProcessHandle.current()));
        return cpu;
    }

    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            launcher.run(Map.of(), "down", "--data", data.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeAtLast() {
        try {
            close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    /** A script may stand before the program. */
    private static Collection<ProcessHandle> withChildren(List<ProcessHandle> processes) {
        return processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.children()))
                .collect(Collectors.toSet());
    }

    private static Duration time(Collection<ProcessHandle> processes) throws IOException {
        Duration sum = Duration.ZERO;
        for (ProcessHandle process : processes) {
            sum = sum.plus(time(process));
        }
        return sum;
    }

    private static Duration time(ProcessHandle process) throws IOException {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IOException("This system doesn't tell the processor time of " + process.pid()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
