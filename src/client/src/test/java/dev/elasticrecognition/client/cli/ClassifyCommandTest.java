package dev.elasticrecognition.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.client.ServiceStandIn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ServiceStandIn service;

    @BeforeEach
    void start() throws IOException {
        service = ServiceStandIn.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void printsALineForEachFileBelowADirectory() throws IOException {
        Path cat = file("cat.jpg", "picture of cat");
        Path dog = file("deeper/dog.jpg", "picture of dog");

        int status = classify(directory.toString());

        assertThat(status).isZero();
        assertThat(out.toString().lines()).containsExactlyInAnyOrder(cat + "\tcat\t0.8765", dog + "\tdog\t0.8765");
        assertThat(err.toString()).startsWith("2 classified, 0 failed");
    }

    @Test
    void tellsWhyAFileFailedAndEndsWithOne() throws IOException {
        Path cat = file("cat.jpg", "picture of cat");
        Path notes = file("notes.txt", "text");

        int status = classify(cat.toString(), notes.toString());

        assertThat(status).isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(err.toString().lines()).contains(notes + "\tThis is no picture");
        assertThat(err.toString()).contains("1 classified, 1 failed");
    }

    @Test
    void keepsALineALineWhateverAFileIsCalled() throws IOException {
        file("a\tb\nc.jpg", "picture of cat");

        classify(directory.toString());

        assertThat(out.toString().lines()).containsExactly(directory.resolve("a?b?c.jpg") + "\tcat\t0.8765");
    }

    @Test
    void sendsManyFilesAtOnce() throws IOException {
        for (int number = 0; number < 100; number++) {
            file("cat-%d.jpg".formatted(number), "picture of cat");
        }

        int status = classify(directory.toString(), "--concurrency", "8");

        assertThat(status).isZero();
        assertThat(out.toString().lines().distinct()).hasSize(100);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(classify(directory.resolve("gone.jpg").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file or directory");
    }

    @Test
    void refusesOptionsThatMakeNoSense() throws IOException {
        String cat = file("cat.jpg", "picture of cat").toString();

        assertThat(classify(cat, "--concurrency", "0")).isEqualTo(2);
        assertThat(classify(cat, "--patience", "soon")).isEqualTo(2);
        assertThat(classify(cat, "--url", "ftp://localhost")).isEqualTo(2);
        assertThat(classify()).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    private int classify(String... arguments) {
        var commandLine = Elastic.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 3];
        all[0] = "classify";
        all[1] = "--url";
        all[2] = service.uri().toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return commandLine.setOverwrittenOptionsAllowed(true).execute(all);
    }

    private Path file(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
