package dev.elasticrecognition.localcloud.instances;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the processes of instances and finds them again.
 *
 * <p>The user data is executed by a small launcher which first writes down its own process id, and so the id of the
 * user data; in a session of its own, so that a Ctrl-C at this program's terminal does not reach it. A process belongs
 * to an instance if it descends from the user data, or, once its ancestors are gone, if its environment still names the
 * instance's directory as {@code HOME} (seen on Linux only).
 */
final class InstanceProcesses {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceProcesses.class);
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final String LAUNCHER = "echo $$ > pid && exec ./user-data";
    private static final String HOME = "HOME=";
    private static final String STANDARD_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    Process start(InstanceDirectory directory, URI metadataService) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCHER));
        if (Files.isExecutable(SETSID)) {
            command.add(0, SETSID.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.path().toFile())
                .redirectInput(new java.io.File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(directory.console().toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment(directory, metadataService, System.getenv()));
        return builder.start();
    }

    /** What a process of an instance sees: nothing of this program's own environment but these few. */
    static Map<String, String> environment(InstanceDirectory directory, URI metadataService, Map<String, String> own) {
        Map<String, String> environment = new java.util.TreeMap<>();
        environment.put("PATH", own.getOrDefault("PATH", STANDARD_PATH));
        environment.put("LANG", own.getOrDefault("LANG", "C.UTF-8"));
        Optional.ofNullable(own.get("JAVA_HOME")).ifPresent(home -> environment.put("JAVA_HOME", home));
        environment.put("HOME", directory.path().toString());
        environment.put("TMPDIR", directory.temporary().toString());
        environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadataService.toString());
        return environment;
    }

    /** The processes of the instance that descend from its user data. */
    static Set<ProcessHandle> descendedFrom(ProcessIdentity userData) {
        return userData.living().stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .filter(InstanceProcesses::lives)
                .collect(Collectors.toSet());
    }

    /** All living processes by the {@code HOME} in their environment. */
    static Map<String, Set<ProcessHandle>> byHome() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(InstanceProcesses::lives)
                .collect(Collectors.groupingBy(InstanceProcesses::homeOf, Collectors.toSet()));
    }

    private static String homeOf(ProcessHandle process) {
        return Stream.of(environmentOf(process).split("\0"))
                .filter(variable -> variable.startsWith(HOME))
                .map(variable -> variable.substring(HOME.length()))
                .findFirst()
                .orElse("");
    }

    /** Empty for a process that is not ours or just ended, which both are of no interest here. */
    private static String environmentOf(ProcessHandle process) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            return new String(environment, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            LOG.trace("No environment of process {}", process.pid(), unreadable);
            return "";
        }
    }

    /** A zombie, which nobody has waited for, is alive to the JDK. */
    static boolean lives(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "stat"), StandardCharsets.ISO_8859_1);
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException noProcOrGone) {
            LOG.trace("No state of process {}", process.pid(), noProcOrGone);
            return process.isAlive();
        }
    }
}
