package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The processes of a local system as its supervisor writes them down, so that they can be found when it is gone.
 *
 * @param ports where it listens
 * @param ready whether it had once started entirely
 * @param processes by role; a role may have several, as when a script stands before its program
 */
public record Running(Ports ports, boolean ready, Map<Role, List<KnownProcess>> processes) {

    private static final Pattern COMMA = Pattern.compile(",");

    public Running {
        processes = Map.copyOf(processes);
    }

    /** What is written down in a data directory; nothing when nothing was left running there. */
    public static Optional<Running> in(DataDirectory data) {
        try (Reader reader = Files.newBufferedReader(data.processes())) {
            var properties = new Properties();
            properties.load(reader);
            return Optional.of(parse(properties));
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new LocalSystemException("%s can't be read: %s. Look for left processes by hand, then delete it"
                    .formatted(data.processes(), e.getMessage()));
        }
    }

    /** The processes of a role that still run. */
    public List<ProcessHandle> alive(Role role) {
        return processes.getOrDefault(role, List.of()).stream()
                .flatMap(process -> process.handle().stream())
                .toList();
    }

    /** Whether any of them still runs. */
    public boolean isAlive() {
        return processes.keySet().stream().anyMatch(role -> !alive(role).isEmpty());
    }

    void write(DataDirectory data) throws IOException {
        Path fresh = data.path().resolve("processes.properties.new");
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            properties().store(writer, null);
        }
        Files.move(fresh, data.processes(), StandardCopyOption.ATOMIC_MOVE);
    }

    static void forget(DataDirectory data) throws IOException {
        Files.deleteIfExists(data.processes());
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("ready", Boolean.toString(ready));
        properties.setProperty("port.http", Integer.toString(ports.http()));
        properties.setProperty("port.sqs", Integer.toString(ports.sqs()));
        properties.setProperty("port.s3", Integer.toString(ports.s3()));
        properties.setProperty("port.ec2", Integer.toString(ports.ec2()));
        processes.forEach((role, known) -> properties.setProperty(
                role.name(), known.stream().map(KnownProcess::toString).collect(Collectors.joining(","))));
        return properties;
    }

    private static Running parse(Properties properties) {
        Map<Role, List<KnownProcess>> processes = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            processes.put(role, known(properties.getProperty(role.name(), "")));
        }
        return new Running(ports(properties), Boolean.parseBoolean(properties.getProperty("ready")), processes);
    }

    private static Ports ports(Properties properties) {
        return new Ports(
                Integer.parseInt(properties.getProperty("port.http")),
                Integer.parseInt(properties.getProperty("port.sqs")),
                Integer.parseInt(properties.getProperty("port.s3")),
                Integer.parseInt(properties.getProperty("port.ec2")));
    }

    private static List<KnownProcess> known(String text) {
        return COMMA.splitAsStream(text)
                .filter(one -> !one.isBlank())
                .map(KnownProcess::parse)
                .toList();
    }
}
