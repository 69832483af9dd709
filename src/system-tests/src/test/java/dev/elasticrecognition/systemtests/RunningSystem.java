package dev.elasticrecognition.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The system as {@code elastic up --detach} starts it, on free ports and in a directory of its own. The first test that
 * asks for it starts it; it is stopped when all tests are over.
 */
final class RunningSystem implements AutoCloseable {

    /** The checkout whose build is tested. */
    static final Path HOME = Path.of(System.getProperty("elastic.home"));

    private final Path data;
    private final int port = freePort();
    private final String password;

    private RunningSystem() {
        try {
            data = Files.createTempDirectory(Files.createDirectories(HOME.resolve("src/system-tests/target")), "data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Outcome up = elastic(
                "up",
                "--detach",
                "--data",
                data.toString(),
                "--http-port",
                Integer.toString(port),
                "--sqs-port",
                Integer.toString(freePort()),
                "--s3-port",
                Integer.toString(freePort()),
                "--ec2-port",
                Integer.toString(freePort()));
        if (up.exitCode() != 0) {
            throw new IllegalStateException("The system doesn't start:\n" + up.output());
        }
        password = shownIn(up.output());
    }

    /** Where the front end answers. */
    URI frontEnd() {
        return URI.create("http://localhost:" + port);
    }

    /** The operator's password, as the first start showed it. */
    String password() {
        return password;
    }

    /** The local cloud's directory. */
    Path cloud() {
        return data.resolve("cloud");
    }

    /** Runs the command line with these arguments to its end. */
    Outcome elastic(String... arguments) {
        try {
            Path output = Files.createTempFile("elastic", ".out");
            int exitCode = begin(output, arguments).waitFor();
            return new Outcome(exitCode, Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running elastic " + List.of(arguments), e);
        }
    }

    /** Has the command line begin with these arguments, and doesn't wait for its end. */
    Process begin(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Delastic.home=" + HOME,
                "-jar",
                HOME.resolve("src/client/target/client.jar").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** The process of the worker that runs now, if one does. */
    Optional<ProcessHandle> worker() {
        try (Stream<Path> instances = Files.list(cloud().resolve("instances"))) {
            return instances
                    .map(instance -> instance.resolve("pid"))
                    .filter(Files::exists)
                    .flatMap(pid -> ProcessHandle.of(number(pid)).stream())
                    .filter(ProcessHandle::isAlive)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The local cloud's process. */
    ProcessHandle cloudProcess() {
        return ProcessHandle.of(Long.parseLong(endpoints().getProperty("pid"))).orElseThrow();
    }

    /** The front end's process. */
    ProcessHandle frontEndProcess() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("ws-server.jar") && line.endsWith(" front"))
                        .isPresent())
                .filter(this::worksInOurDirectory)
                .findFirst()
                .orElseThrow();
    }

    /** Where the local cloud's services answer. */
    Properties endpoints() {
        return properties(cloud().resolve("endpoints.properties"));
    }

    /** The credentials that the local cloud made. */
    Properties credentials() {
        return properties(cloud().resolve("credentials"));
    }

    @Override
    public void close() {
        Outcome down = elastic("down", "--data", data.toString());
        if (down.exitCode() != 0) {
            throw new IllegalStateException("The system doesn't stop:\n" + down.output());
        }
    }

    private boolean worksInOurDirectory(ProcessHandle process) {
        try {
            return Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1)
                    .contains("WLP_OUTPUT_DIR=" + data);
        } catch (IOException gone) {
            return false;
        }
    }

    private static String shownIn(String output) {
        Matcher line = Pattern.compile("password (\\S+) \\(shown once\\)").matcher(output);
        if (!line.find()) {
            throw new IllegalStateException("The first start shows no password:\n" + output);
        }
        return line.group(1);
    }

    private static long number(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command came to. */
    record Outcome(int exitCode, String output) {}

    /** Gives tests the system as a parameter. */
    static final class Provider implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningSystem.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(RunningSystem.class, type -> new RunningSystem(), RunningSystem.class);
        }
    }
}
