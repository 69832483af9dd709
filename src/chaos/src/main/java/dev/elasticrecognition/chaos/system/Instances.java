package dev.elasticrecognition.chaos.system;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The instances as they are, by what the local cloud writes down and by their processes. Its API wouldn't do, since faults
 * hide instances there.
 *
 * @param cloud the local cloud's directory
 */
public record Instances(Path cloud) {

    private static final Set<String> UP = Set.of("PENDING", "RUNNING");

    /** The ids of those that are pending or running, in the order of their launches. */
    public List<String> up() {
        return all().stream()
                .filter(instance -> UP.contains(instance.getString("state")))
                .map(instance -> instance.getString("id"))
                .toList();
    }

    /** Those of them that have a process, which is a worker that starts or works. */
    public List<String> working() {
        return up().stream().filter(id -> process(id).isPresent()).toList();
    }

    /** An instance's process, if it lives. */
    public Optional<ProcessHandle> process(String id) {
        try {
            String pid = Files.readString(directory(id).resolve("pid")).strip();
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(pid)).filter(Processes::lives);
        } catch (NoSuchFileException notBooted) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All processes of instances that live, whatever the local cloud thinks of these. */
    public List<ProcessHandle> processes() {
        Path folder = cloud.resolve("instances");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(folder)) {
            return directories
                    .flatMap(directory -> process(directory.getFileName().toString()).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path directory(String id) {
        return cloud.resolve("instances").resolve(id);
    }

    private List<JsonObject> all() {
        Path table = cloud.resolve("ec2/instances.json");
        try (Reader text = Files.newBufferedReader(table);
                JsonReader json = Json.createReader(text)) {
            return json.readObject().getJsonArray("instances").getValuesAs(JsonObject.class);
        } catch (NoSuchFileException noneYet) {
            return List.of();
        } catch (IOException | JsonException e) {
            throw new IllegalStateException(table + " can't be read: " + e.getMessage(), e);
        }
    }
}
