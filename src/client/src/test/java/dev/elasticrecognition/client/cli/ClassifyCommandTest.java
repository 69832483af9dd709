package dev.elasticrecognition.client.cli;

import static dev.elasticrecognition.client.ServiceStandIn.content;
import static dev.elasticrecognition.client.ServiceStandIn.problem;
import static dev.elasticrecognition.client.ServiceStandIn.succeeded;
import static dev.elasticrecognition.client.ServiceStandIn.waiting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.client.ServiceStandIn;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
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

    @Test
    void expandsPatternsThatNoShellHas() throws IOException {
        Path cat = file("cat.jpg", "picture of cat");
        Path dog = file("deeper/dog.jpg", "picture of dog");
        file("deeper/notes.txt", "text");

        assertThat(classify(directory + "/*.jpg")).isZero();
        assertThat(out.toString().lines()).containsExactly(cat + "\tcat\t0.8765");
        assertThat(classify(directory + "/**/*.{jpg,png}")).isZero();
        assertThat(out.toString().lines()).hasSize(2).last().isEqualTo(dog + "\tdog\t0.8765");
        assertThat(classify(directory + "/*.gif")).isEqualTo(2);
        assertThat(err.toString()).contains("no file matches " + directory + "/*.gif");
    }

    @Test
    void takesAListFromStandardInput() throws IOException {
        Path cat = file("cat.jpg", "picture of cat");
        Path dog = file("deeper/dog.jpg", "picture of dog");
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((cat + "\n\n" + dog.getParent() + "\n").getBytes(UTF_8)));
        try {
            assertThat(classify("-")).isZero();
        } finally {
            System.setIn(before);
        }

        assertThat(out.toString().lines()).containsExactlyInAnyOrder(cat + "\tcat\t0.8765", dog + "\tdog\t0.8765");
    }

    @Test
    void fetchesImagesFromTheWebWithoutTheToken() throws IOException {
        service.lineUp(content("picture of cat"));
        String address = service.uri() + "/pictures/cat.jpg";

        assertThat(classify(address, "--token", "abc")).isZero();

        assertThat(out.toString().lines()).containsExactly(address + "\tcat\t0.8765");
        assertThat(service.requests())
                .extracting(request -> request.header("Authorization"))
                .containsExactly(null, "Bearer abc");
        assertThat(classify(service.uri() + "/nothing.jpg")).isEqualTo(1);
        assertThat(err.toString()).contains("status 404");
    }

    @Test
    void writesATable() throws IOException {
        Path cat = file("a,\"cat\".jpg", "picture of cat");
        Path notes = file("notes.txt", "text");

        assertThat(classify(cat.toString(), notes.toString(), "--format", "csv", "--concurrency", "1"))
                .isEqualTo(1);

        assertThat(out.toString().lines())
                .containsExactly(
                        "file,status,label,confidence,expected,id,problem",
                        "\"" + cat.toString().replace("\"", "\"\"") + "\",succeeded,cat,0.8765,,r1,",
                        notes + ",failed,,,,,This is no picture");
    }

    @Test
    void writesADocumentALine() throws IOException {
        Path cat = file("cat\n.jpg", "picture of cat");
        Path notes = file("notes.txt", "text");

        classify(cat.toString(), notes.toString(), "--format", "json", "--concurrency", "1");

        List<JsonObject> documents =
                out.toString().lines().map(ClassifyCommandTest::json).toList();
        assertThat(documents).hasSize(2);
        assertThat(documents.get(0)).isEqualTo(json("""
                {"file": "%s", "status": "succeeded", "id": "r1", "label": "cat", "classIndex": 281, "confidence": 0.87654,
                "predictions": [{"label": "cat", "classIndex": 281, "confidence": 0.87654}], "model": "tiny"}
                """.formatted(cat.toString().replace("\n", "\\n"))));
        assertThat(documents.get(1).getString("status")).isEqualTo("failed");
        assertThat(documents.get(1).getJsonObject("problem"))
                .isEqualTo(json("{\"type\": \"urn:problem-type:elastic-recognition:unsupported-type\","
                        + " \"detail\": \"This is no picture\"}"));
    }

    @Test
    void comparesWithKnownLabels() throws IOException {
        file("cat.jpg", "picture of cat");
        file("dog.jpg", "picture of wolf");
        file("stranger.jpg", "picture of fox");
        file("notes.txt", "text");
        Path labels =
                file("labels.csv", "\uFEFFlabel,file\ncat,cat.jpg\ndog,dog.jpg\nmilk,notes.txt\nfish,elsewhere.jpg\n");
        String pictures = directory + "/*.{jpg,txt}";

        assertThat(classify(pictures, "--expect", labels.toString(), "--format", "json"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("accuracy: top-1 0.3333 (1 of 3)" + System.lineSeparator());
        assertThat(out.toString().lines().map(ClassifyCommandTest::json))
                .extracting(document -> document.getString("expected", "unknown"))
                .containsExactlyInAnyOrder("cat", "dog", "milk", "unknown");
    }

    @Test
    void endsWithFourWhenTooFewLabelsAreRight() throws IOException {
        file("cat.jpg", "picture of cat");
        file("dog.jpg", "picture of wolf");
        Path labels = file("labels.csv", "file,label\ncat.jpg,cat\ndog.jpg,dog\n");
        String[] pictures = {directory + "/*.jpg", "--expect", labels.toString(), "--min-accuracy"};

        assertThat(classify(with(pictures, "0.5"))).isZero();
        assertThat(classify(with(pictures, "0.51"))).isEqualTo(4);
        assertThat(classify(with(pictures, "1.1"))).isEqualTo(2);
        assertThat(classify(
                        directory.toString(),
                        "--expect",
                        file("no.csv", "a,b\n1,2\n").toString()))
                .isEqualTo(2);
    }

    @Test
    void theFiveBestLabelsCountWhereTheyAreTold() throws IOException {
        Path cat = file("cat.jpg", "picture of cat");
        Path labels = file("labels.csv", "file,label\ncat.jpg,lynx\n");
        service.lineUp(ServiceStandIn.predicted("cat", "lynx"));

        classify(cat.toString(), "--expect", labels.toString());

        assertThat(err.toString()).contains("accuracy: top-1 0.0000 (0 of 1), top-5 1.0000 (1 of 1)");
    }

    @Test
    void goesOnWhereAnInterruptedRunStopped() throws IOException {
        Path cat = file("cat.jpg", "picture of cat");
        Path dog = file("dog.jpg", "picture of dog");
        Path notes = file("notes.txt", "text");
        String[] run = {
            cat.toString(), notes.toString(), dog.toString(), "--concurrency", "1", "--resume", directory + "/journal"
        };
        service.lineUp(
                succeeded("cat"), problem(415, "unsupported-type", "No picture"), problem(500, "internal-error", "?"));

        assertThat(classify(run)).isEqualTo(3);
        tear(directory.resolve("journal"));
        out.getBuffer().setLength(0);
        assertThat(classify(run)).isEqualTo(1);

        assertThat(out.toString().lines()).containsExactly(cat + "\tcat\t0.8765", dog + "\tdog\t0.8765");
        assertThat(service.requests()).hasSize(4);
        assertThat(service.requests().get(3).idempotencyKey())
                .isEqualTo(service.requests().get(2).idempotencyKey());
        assertThat(classify(run)).isEqualTo(1);
        assertThat(service.requests()).hasSize(4);
    }

    @Test
    void anotherJournalIsAnotherRun() throws IOException {
        Path cat = file("cat.jpg", "picture of cat");

        classify(cat.toString(), "--resume", directory + "/journal");
        classify(cat.toString(), "--resume", directory + "/another");
        Files.writeString(cat, "picture of dog");
        classify(cat.toString(), "--resume", directory + "/third");

        assertThat(service.requests())
                .extracting(ServiceStandIn.Request::idempotencyKey)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void aJournalIsOneRunsAtATime() throws IOException {
        Path cat = file("cat.jpg", "picture of cat");
        Path journal = directory.resolve("journal");
        Journal other = Journal.open(journal);
        try (other) {
            assertThat(classify(cat.toString(), "--resume", journal.toString())).isEqualTo(2);
        }

        assertThat(err.toString()).contains("another run writes " + journal);
        assertThat(classify(cat.toString(), "--resume", journal.toString())).isZero();
    }

    @Test
    void leavesAFileAloneThatIsNoJournal() throws IOException {
        Path cat = file("cat.jpg", "picture of cat");
        Path notes = file("notes.txt", "milk\nbread");

        assertThat(classify(cat.toString(), "--resume", notes.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("notes.txt, line 1: this is no journal");
        assertThat(notes).hasContent("milk\nbread");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void stopsWhenNothingWillBeAccepted() throws IOException {
        for (int number = 0; number < 20; number++) {
            file("cat-%d.jpg".formatted(number), "picture of cat");
        }
        service.lineUp(problem(401, "token-missing", "Send a token"));

        assertThat(classify(directory.toString(), "--concurrency", "1")).isEqualTo(3);

        assertThat(err.toString()).contains("Send a token").contains("0 classified, 1 failed, 19 not sent");
        assertThat(service.requests()).hasSizeLessThan(5);
    }

    @Test
    void whatIsStillWaitingIsNoFailure() throws IOException {
        service.lineUp(waiting("r1"), waiting("r1"), waiting("r1"), waiting("r1"));

        assertThat(classify(file("cat.jpg", "picture of cat").toString(), "--patience", "1s"))
                .isEqualTo(3);

        assertThat(err.toString()).contains("still waiting as r1");
    }

    /** As if the process had been killed while it wrote. */
    private static void tear(Path journal) throws IOException {
        Files.writeString(journal, "{\"image\":\"/so", StandardOpenOption.APPEND);
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String[] with(String[] arguments, String last) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
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
