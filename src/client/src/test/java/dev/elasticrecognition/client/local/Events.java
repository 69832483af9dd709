package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What stand-ins note for the test that started them. */
final class Events {

    private Events() {}

    static void noteLifeOf(String program, Path data) {
        note(data, program + " started");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> note(data, program + " stopped")));
    }

    private static void note(Path data, String event) {
        try {
            Files.writeString(
                    data.resolve("events"), event + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
