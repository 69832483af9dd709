package dev.elasticrecognition.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.client.load.ServiceUnderLoad;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ServiceUnderLoad service;

    @BeforeEach
    void start() throws IOException {
        service = new ServiceUnderLoad();
        Files.writeString(directory.resolve("cat.jpg"), "a picture");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aClosedLoopSendsAllAndTellsWhatCameOfIt() throws IOException {
        Path json = directory.resolve("load.json");

        int status = load("--clients", "4", "--images", "20", "--json", json.toString());

        assertThat(status).isZero();
        assertThat(out.toString())
                .contains("closed loop: 4 clients")
                .containsPattern("(?m)^sent +20 in ")
                .containsPattern("(?m)^answered +20$")
                .containsPattern("(?m)^latency +mean \\d+\\.\\d{3} s, p50 ")
                .contains("not seen, which takes the operator's password");
        assertThat(read(json).getInt("answered")).isEqualTo(20);
    }

    @Test
    void endsWithOneWhenSomeGotNoLabelAndSaysWhy() throws IOException {
        service.refused(429, "too-many-unanswered", "1").refused(503, "overloaded", "1");

        int status = load("--rate", "100", "--images", "10");

        assertThat(status).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("(?m)^answered +8$")
                .containsPattern("(?m)^refused +2 \\(1 overloaded, 1 too-many-unanswered\\)$");
    }

    @Test
    void theCoursesMeasureTellsWhenTheLastAnswerCameAndWhenAllInstancesWereGone() throws IOException {
        service.fleet(0, 0, 0).fleet(1, 0, 0).fleet(0, 1, 0).fleet(0, 0, 0);

        int status = load("--course", "--password=" + ServiceUnderLoad.PASSWORD);

        assertThat(status).isZero();
        assertThat(out.toString())
                .contains("closed loop: 100 clients")
                .containsPattern("(?m)^sent +100 in ")
                .containsPattern("(?m)^last answer +\\d+\\.\\d{3} s after the beginning$")
                .contains("0 ready at the beginning, 1 at most")
                .containsPattern("(?m)^all gone +\\d+\\.\\d{3} s after the last answer$");
    }

    @Test
    void tellsThatInstancesStayedLongerThanItWaited() throws IOException {
        service.fleet(0, 1, 0);

        assertThat(load(
                        "--clients",
                        "1",
                        "--images",
                        "1",
                        "--scale-in",
                        "1s",
                        "--password=" + ServiceUnderLoad.PASSWORD))
                .isZero();
        assertThat(out.toString()).containsPattern("(?m)^all gone +not within 1 s, 1 still there$");
    }

    @Test
    void writesAPageWithTheFleet() throws IOException {
        service.fleet(1, 2, 1);
        Path page = directory.resolve("load.html");
        Path trace = Files.writeString(directory.resolve("trace.csv"), "0\n0.1\n10\n");

        int status = load(
                "--trace",
                trace.toString(),
                "--speed",
                "100",
                "--report",
                page.toString(),
                "--password=" + ServiceUnderLoad.PASSWORD);

        assertThat(status).isZero();
        assertThat(Files.readString(page))
                .contains("open loop: arrivals of trace.csv, 100 times as fast", "\"ready\":[2]", "\"queue\":[7]");
    }

    @Test
    void refusesOptionsThatMakeNoSense() throws IOException {
        assertThat(load("--images", "1")).isEqualTo(2);
        assertThat(load("--clients", "1")).isEqualTo(2);
        assertThat(load("--clients", "0", "--images", "1")).isEqualTo(2);
        assertThat(load("--clients", "1", "--rate", "1", "--images", "1")).isEqualTo(2);
        assertThat(load("--rate", "-1", "--images", "1")).isEqualTo(2);
        assertThat(load("--course", "--images", "1")).isEqualTo(2);
        assertThat(load("--rate", "1", "--images", "0")).isEqualTo(2);
        assertThat(load("--rate", "1", "--images", "1", "--scale-in", "1m")).isEqualTo(2);
        assertThat(load("--rate", "1", "--images", "1", "--report", "gone/load.html"))
                .isEqualTo(2);
        assertThat(load("--rate", "1", "--images", "1", "--url", "ftp://localhost"))
                .isEqualTo(2);
        assertThat(load("--trace", directory.resolve("gone.csv").toString())).isEqualTo(2);
        assertThat(load("--trace", directory.resolve("cat.jpg").toString())).isEqualTo(2);
        assertThat(load("--rate", "1", "--images", "1", "--password=wrong")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "say how long", "--rate must be", "has no timestamps", "doesn't take the operator's password");
        assertThat(out.toString()).isEmpty();
    }

    private int load(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "load",
                "--url",
                service.uri().toString(),
                "--pictures",
                directory.resolve("cat.jpg").toString()));
        all.addAll(List.of(arguments));
        return Elastic.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setOverwrittenOptionsAllowed(true)
                .execute(all.toArray(String[]::new));
    }

    private static JsonObject read(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }
}
