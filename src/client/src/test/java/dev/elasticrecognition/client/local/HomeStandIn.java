package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A built source tree whose local cloud and front end are tiny programs that note when they start and stop. */
public record HomeStandIn(Path path) {

    /** Lays it out, with a start script before the front end that stays there, as the real one may. */
    public static HomeStandIn in(Path directory) throws IOException {
        var home = new HomeStandIn(directory);
        home.writeCloudJar(home.output("src/local-cloud/target/local-cloud.jar"));
        Files.createDirectories(home.output("liberty/common/target/wlp"));
        home.writeScript(home.output("liberty/front/target/usr/servers/front/start"), FrontStandIn.class);
        Files.createFile(home.output("liberty/worker/target/usr/servers/worker/start"));
        return home;
    }

    public Layout layout() {
        return Layout.below(path);
    }

    public DataDirectory data() {
        return new DataDirectory(path.resolve("data"));
    }

    /** What the programs noted, in order. */
    public List<String> events() throws IOException {
        return Files.readAllLines(data().path().resolve("events"));
    }

    /** How often a program started so far. */
    public long starts(String program) throws IOException {
        Path events = data().path().resolve("events");
        return Files.notExists(events)
                ? 0
                : events().stream().filter((program + " started")::equals).count();
    }

    public static Ports freePorts() throws IOException {
        try (var http = new ServerSocket(0);
                var sqs = new ServerSocket(0);
                var s3 = new ServerSocket(0);
                var ec2 = new ServerSocket(0)) {
            return new Ports(http.getLocalPort(), sqs.getLocalPort(), s3.getLocalPort(), ec2.getLocalPort());
        }
    }

    private Path output(String name) throws IOException {
        Path output = path.resolve(name);
        Files.createDirectories(output.getParent());
        return output;
    }

    private void writeCloudJar(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, CloudStandIn.class.getName());
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, classes().toUri().toString());
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private void writeScript(Path script, Class<?> program) throws IOException {
        Files.writeString(script, """
                #!/bin/sh
                '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
                exit $?
                """.formatted(Layout.java(), classes(), program.getName()));

        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path classes() {
        try {
            return Path.of(HomeStandIn.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
