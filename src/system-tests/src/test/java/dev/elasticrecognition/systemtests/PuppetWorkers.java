package dev.elasticrecognition.systemtests;

import dev.elasticrecognition.testkit.LocalCloud;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Plays the workers of a fleet whose instances are real but do nothing: sends their heartbeats and drains them when the
 * ledger says so. That way a fleet of twenty fits beside everything else. It also counts the instances, by their processes
 * and not by what the cloud says of them.
 */
final class PuppetWorkers implements AutoCloseable {

    private static final String BUCKET = "elastic-control";
    private static final long COUNT_MILLIS = 50;
    private static final long BEAT_MILLIS = 1000;

    private final Path instances;
    private final S3Client s3;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final List<Future<?>> tasks;
    private final AtomicInteger most = new AtomicInteger();
    private long beat;

    /** @param data the local cloud's directory */
    PuppetWorkers(Path data, LocalCloud cloud) {
        this.instances = data.resolve("instances");
        this.s3 = Cloud.s3(cloud);
        this.tasks = List.of(
                threads.scheduleWithFixedDelay(this::count, 0, COUNT_MILLIS, TimeUnit.MILLISECONDS),
                threads.scheduleWithFixedDelay(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** How many instances have a process now. */
    int running() {
        return alive().size();
    }

    /** The most that ever had one at the same time. */
    int most() {
        return most.get();
    }

    @Override
    public void close() {
        tasks.forEach(task -> task.cancel(true));
        threads.shutdownNow();
        s3.close();
    }

    private void count() {
        most.accumulateAndGet(running(), Math::max);
    }

    private void beat() {
        beat++;
        try {
            Set<String> draining = draining();
            alive().forEach(id -> send(id, draining.contains(id) ? "DRAINED" : "READY"));
        } catch (SdkException notYet) {
            System.getLogger(PuppetWorkers.class.getName())
                    .log(System.Logger.Level.DEBUG, "The next beat tries again", notYet);
        }
    }

    private void send(String id, String state) {
        String heartbeat = Json.createObjectBuilder()
                .add("instance", id)
                .add("beat", beat)
                .add("state", state)
                .add("inProgress", 0)
                .add("done", 0)
                .add("saturated", "PT0S")
                .add("doneSaturated", 0)
                .add("waited", "PT0S")
                .add("modelId", "puppet")
                .build()
                .toString();
        s3.putObject(put -> put.bucket(BUCKET).key("workers/" + id + ".json"), RequestBody.fromString(heartbeat));
    }

    private Set<String> draining() {
        String ledger =
                s3.getObjectAsBytes(get -> get.bucket(BUCKET).key("fleet.json")).asUtf8String();
        try (var reader = Json.createReader(new StringReader(ledger))) {
            return reader.readObject().getJsonArray("drains").getValuesAs(JsonObject.class).stream()
                    .map(drain -> drain.getString("instance"))
                    .collect(Collectors.toSet());
        }
    }

    private List<String> alive() {
        if (Files.notExists(instances)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(instances)) {
            return all.filter(PuppetWorkers::hasProcess)
                    .map(instance -> instance.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasProcess(Path instance) {
        try {
            String pid = Files.readString(instance.resolve("pid")).strip();
            return !pid.isEmpty()
                    && ProcessHandle.of(Long.parseLong(pid))
                            .map(ProcessHandle::isAlive)
                            .orElse(false);
        } catch (IOException notStarted) {
            return false;
        }
    }
}
