package dev.elasticrecognition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The checkout's {@code elastic}.
 *
 * @param home the checkout
 */
record Launcher(Path home) {

    /**
     * Runs a command to its end.
     *
     * @param environment what is added to this process's own
     * @return what it wrote
     * @throws IOException if it ended with another status than 0; what it wrote is in the message
     */
    String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(home.resolve("elastic").toString()));
        line.addAll(List.of(command));
        Path said = Files.createTempFile("elastic", ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            int status = builder.start().waitFor();
            String output = Files.readString(said);
            if (status != 0) {
                throw new IOException("elastic %s ended with %d: %s".formatted(command[0], status, output));
            }
            return output;
        } finally {
            Files.delete(said);
        }
    }
}
