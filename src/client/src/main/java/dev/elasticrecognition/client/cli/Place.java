package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.local.DataDirectory;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says which local system is meant. */
final class Place {

    @Option(names = "--data", paramLabel = "DIR", description = "Where its state is kept (data, beside the launcher).")
    private Path data;

    DataDirectory data() {
        return new DataDirectory(data == null ? home().resolve("data") : data);
    }

    /** The top of the source tree, where the launcher is. */
    Path home() {
        return Optional.ofNullable(System.getProperty("elastic.home"))
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException(
                        "The system property elastic.home is not set. Start this with the launcher 'elastic'"));
    }
}
