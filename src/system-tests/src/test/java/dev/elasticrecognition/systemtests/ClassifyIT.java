package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with a folder of photographs and a terminal. */
@OnRunningSystem
class ClassifyIT {

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

    private RunningSystem.Outcome classify(RunningSystem system) {
        return system.elastic("classify", "--url", system.frontEnd().toString(), folder.toString());
    }
}
