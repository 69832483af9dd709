package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory that holds everything that the local system writes. Removing it is forgetting everything. */
public record DataDirectory(Path path) {

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** The state of the local cloud. */
    public Path cloud() {
        return path.resolve("cloud");
    }

    /** What the local cloud lets its clients sign with. */
    public Path credentials() {
        return cloud().resolve("credentials");
    }

    public Path cloudLog() {
        return path.resolve("cloud.log");
    }

    /** The output directory of the front end's server. */
    public Path front() {
        return path.resolve("front");
    }

    public Path frontLog() {
        return path.resolve("front.log");
    }

    /** What a detached supervisor says. */
    public Path supervisorLog() {
        return path.resolve("up.log");
    }

    /** Which processes run. */
    public Path processes() {
        return path.resolve("processes.properties");
    }

    /** Held by the supervisor as long as it lives. */
    public Path lock() {
        return path.resolve("up.lock");
    }

    /** Makes the directory itself. */
    public DataDirectory create() throws IOException {
        Files.createDirectories(path);
        return this;
    }
}
