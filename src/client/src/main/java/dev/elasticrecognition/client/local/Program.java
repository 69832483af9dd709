package dev.elasticrecognition.client.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is started in a role.
 *
 * @param environment what is added to our own environment, of which all settings of the AWS SDK are left out: the user's own
 *     must not lead the local system to the real cloud
 * @param log where its output goes
 */
record Program(Role role, List<String> command, Map<String, String> environment, LogFile log) {

    private static final File NOTHING = new File("/dev/null");

    /** Starts it away from our terminal, so that Ctrl-C there reaches us alone and we end it in due order. */
    Process launch() throws IOException {
        log.turn();
        var builder = new ProcessBuilder(awayFromTerminal(command))
                .redirectErrorStream(true)
                .redirectOutput(log.path().toFile());
        if (NOTHING.exists()) {
            builder.redirectInput(NOTHING);
        }
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Where there is no {@code setsid}, the program stays at our terminal. */
    private static List<String> awayFromTerminal(List<String> command) {
        return setsid().map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream())
                        .toList())
                .orElse(command);
    }

    private static Optional<Path> setsid() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .map(directory -> Path.of(directory, "setsid"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
