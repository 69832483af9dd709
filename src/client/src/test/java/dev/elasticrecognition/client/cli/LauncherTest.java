package dev.elasticrecognition.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a source tree of its own, with a Maven and a Java that tell how they were called. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("../../elastic");

    @TempDir
    private Path directory;

    private Path home;
    private Path programs;
    private Path elastic;

    @BeforeEach
    void layOut() throws IOException {
        home = Files.createDirectories(directory.resolve("home"));
        programs = Files.createDirectories(directory.resolve("programs"));
        elastic = Files.copy(LAUNCHER, home.resolve("elastic"));
        for (String folder : List.of(".mvn", "ear", "liberty", "src/domain", "web-war", "worker-ejb")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.createFile(home.resolve("pom.xml"));
        provideJava("17.0.15");
        provide("mvn", """
                echo "mvn $* in $PWD"
                for output in src/client/target/client.jar src/local-cloud/target/local-cloud.jar \\
                  src/simulator/target/simulator.jar src/bench/target/bench.jar src/chaos/target/chaos.jar \\
                  liberty/front/target/usr/servers/front/start liberty/worker/target/usr/servers/worker/start; do
                  mkdir -p "$(dirname "$output")"
                  touch "$output"
                done
                """);
    }

    @Test
    void buildsWhatIsMissingOnce() throws Exception {
        assertThat(run(elastic, "classify", "a cat.jpg"))
                .contains("building (first time takes a few minutes)", "mvn -q -DskipTests package in " + home)
                .contains("-jar " + home + "/src/client/target/client.jar classify a cat.jpg");
        assertThat(run(elastic, "classify", "a cat.jpg")).doesNotContain("mvn");
    }

    @Test
    void buildsWhatIsOutdatedUnlessItRuns() throws Exception {
        run(elastic, "up");
        Path source = Files.createFile(home.resolve("src/domain/Changed.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        Path running = Files.createDirectories(home.resolve("data")).resolve("processes.properties");
        Files.createFile(running);

        assertThat(run(elastic, "up")).doesNotContain("mvn").contains("built after 'elastic down'");
        Files.delete(running);
        assertThat(run(elastic, "down")).doesNotContain("mvn");
        assertThat(run(elastic, "up")).contains("mvn -q -DskipTests package");
    }

    @Test
    void aFailedBuildIsTheEnd() throws Exception {
        provide("mvn", "exit 1");

        assertThat(run(elastic, "up")).contains("the build failed").doesNotContain("-jar");
    }

    @Test
    void testIsMavensVerify() throws Exception {
        assertThat(run(elastic, "test", "-pl", "src/domain")).contains("mvn verify -pl src/domain in " + home);
    }

    @Test
    void simulateIsTheSimulator() throws Exception {
        assertThat(run(elastic, "simulate", "--trace", "a file"))
                .contains("mvn -q -DskipTests package")
                .contains("java -jar " + home + "/src/simulator/target/simulator.jar --trace a file");
    }

    @Test
    void chaosHasAJarOfItsOwn() throws Exception {
        assertThat(run(elastic, "chaos", "--seed", "7"))
                .contains("-Delastic.home=" + home + " -jar " + home + "/src/chaos/target/chaos.jar --seed 7");
    }

    @Test
    void findsItsHomeThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(programs.resolve("er"), Path.of("../home/elastic"));

        assertThat(run(link, "status")).contains("-Delastic.home=" + home.toRealPath());
    }

    @Test
    void refusesAnOldJava() throws Exception {
        provideJava("11.0.2");

        assertThat(run(elastic, "status"))
                .contains("is Java 11: install a JDK 17 or later")
                .doesNotContain("mvn");
    }

    private void provideJava(String version) throws IOException {
        provide("java", """
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-04-15' >&2; else echo "java $*"; fi
                """.formatted(version));
    }

    private void provide(String name, String script) throws IOException {
        Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }
}
