package dev.elasticrecognition.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What the documentation shows, as it shows it. */
final class ClientExample {

    private ClientExample() {}

    static void printLabels(URI service, Path folder) throws IOException {
        // shown from here
        try (var client = new RecognitionClient(service);
                Stream<Path> files = Files.list(folder);
                var outcomes = client.recognizeAll(files.map(ImageFile::new), 8, Duration.ofMinutes(5))) {
            outcomes.forEach(outcome -> System.out.println(
                    outcome.source().path() + ": " + outcome.label().orElse("no label")));
        }
        // to here
    }
}
