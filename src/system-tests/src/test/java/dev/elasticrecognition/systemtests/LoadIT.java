package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who wants to know what the service takes. */
@OnRunningSystem
class LoadIT {

    @TempDir
    Path folder;

    @Test
    void everyPictureIsRecognisedAnewAndTheFleetIsSeen(RunningSystem system) throws IOException {
        Path json = folder.resolve("load.json");
        Path page = folder.resolve("load.html");

        RunningSystem.Outcome outcome = system.elastic(
                "load",
                "--url",
                system.frontEnd().toString(),
                "--rate",
                "8",
                "--images",
                "16",
                "--pictures",
                Pictures.file("rocket.jpg").toString(),
                "--password=" + system.password(),
                "--json",
                json.toString(),
                "--report",
                page.toString());

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .containsPattern("(?m)^answered +16$")
                .containsPattern("(?m)^instances +\\d+ ready");
        JsonObject found = read(json);
        assertThat(found.getInt("answered")).isEqualTo(16);
        assertThat(found.getJsonObject("latency").getJsonNumber("p50").doubleValue())
                .as("an answer from memory takes a millisecond or two")
                .isGreaterThan(0.01);
        assertThat(found.getJsonObject("capacity").getInt("mostReady")).isPositive();
        assertThat(Files.readString(page)).contains("\"desired\":[");
    }

    private static JsonObject read(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }
}
