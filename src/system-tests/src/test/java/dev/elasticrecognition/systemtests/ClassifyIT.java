package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with a folder of photographs and a terminal. */
@OnRunningSystem
class ClassifyIT {

    private static final int PICTURES = 24;

    @TempDir
    Path folder;

    @Test
    void aFolderOfPicturesGetsALineEach(RunningSystem system) throws IOException {
        Files.copy(Pictures.file("rocket.jpg"), folder.resolve("a.jpg"));
        Files.copy(Pictures.file("china.jpg"), folder.resolve("b.jpg"));

        RunningSystem.Outcome outcome = classify(system);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .containsPattern("a\\.jpg\tdrilling platform\t0\\.\\d{4}\n")
                .containsPattern("b\\.jpg\t[^\t]+\t0\\.\\d{4}\n");
    }

    @Test
    void whatIsNoPictureFailsAndTheOthersGoOn(RunningSystem system) throws IOException {
        Files.copy(Pictures.file("rocket.jpg"), folder.resolve("a.jpg"));
        Files.writeString(folder.resolve("notes.txt"), "Milk, bread, rockets.");

        RunningSystem.Outcome outcome = classify(system);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("a.jpg\tdrilling platform\t").contains("notes.txt\t");
    }

    @Test
    void labelsAreComparedWithKnownOnes(RunningSystem system) throws IOException {
        Files.copy(Pictures.file("rocket.jpg"), folder.resolve("a.jpg"));
        Path table = Files.writeString(folder.resolve("labels.csv"), "file,label\na.jpg,drilling platform\n");

        RunningSystem.Outcome outcome =
                classify(system, "--format", "json", "--expect", table.toString(), folder + "/*.jpg");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .contains("\"label\":\"drilling platform\"", "top-1 1.0000 (1 of 1), top-5 1.0000 (1 of 1)");
    }

    @Test
    void aRunThatIsKilledIsGoneOnWithAndNothingIsSentTwice(RunningSystem system) throws Exception {
        String run = UUID.randomUUID().toString();
        for (int number = 0; number < PICTURES; number++) {
            Files.write(folder.resolve("%s-%d.jpg".formatted(run, number)), Pictures.anew("rocket.jpg"));
        }
        Path journal = folder.resolve("journal");
        String[] command = {"--resume", journal.toString(), "--concurrency", "4", folder + "/*.jpg"};

        Process killed = system.begin(folder.resolve("output"), arguments(system, command));
        await().atMost(Duration.ofMinutes(2)).until(() -> lines(journal) > 1);
        killed.destroyForcibly().waitFor();
        RunningSystem.Outcome outcome = classify(system, command);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output().lines().filter(line -> line.contains("\tdrilling platform\t")))
                .hasSize(PICTURES);
        assertThat(new Rest(system)
                        .get("/api/recognitions?limit=100").json().getJsonArray("recognitions").stream()
                                .filter(sent -> sent.asJsonObject()
                                        .getString("fileName")
                                        .startsWith(run)))
                .hasSize(PICTURES);
    }

    private static long lines(Path journal) throws IOException {
        return Files.exists(journal) ? Files.readAllLines(journal).size() : 0;
    }

    private RunningSystem.Outcome classify(RunningSystem system) {
        return classify(system, folder.toString());
    }

    private static RunningSystem.Outcome classify(RunningSystem system, String... more) {
        return system.elastic(arguments(system, more));
    }

    private static String[] arguments(RunningSystem system, String... more) {
        return Stream.concat(Stream.of("classify", "--url", system.frontEnd().toString()), Stream.of(more))
                .toArray(String[]::new);
    }
}
