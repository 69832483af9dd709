package dev.elasticrecognition.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Costs COSTS = new Costs(List.of(
            new Cost(Costs.LIMIT, 110.4, 18.34),
            new Cost(Costs.DECODE, 638, 3.1),
            new Cost(Costs.ENGINE, 69, 25),
            new Cost(Costs.BACKLOG, 31, 44.02)));

    @TempDir
    Path directory;

    @Test
    void costsAreATableOfImagesASecondAndProcessorTime() {
        assertThat(COSTS.section().markdown().lines())
                .startsWith("## What an image costs")
                .contains("|  | images/s | CPU-ms an image |", "| --- | ---: | ---: |", "| decode | 638 | 3.1 |");
    }

    @Test
    void goalsFollowFromTheBareModelAndNameWhatWasMeasured() {
        assertThat(COSTS.goals().markdown().lines())
                .contains(
                        "| engine: 1.25 times bare inference, and the decode | 26.0 | 25.0 |",
                        "| worker, working off a backlog: 1.5 times the engine | 37.5 | 44.0 |")
                .noneMatch(line -> line.startsWith("| worker: "));
    }

    @Test
    void theReportIsWrittenAsMarkdownAndAsAPageWithTheSameTables() throws Exception {
        Report report = new Report(List.of(COSTS.section(), new Section("Notes", "a < b%n".formatted())));

        report.write(directory.resolve("run"));

        assertThat(Files.readString(directory.resolve("run.md")))
                .startsWith("# What was measured")
                .contains("| decode | 638 | 3.1 |", "## Notes", "a < b");
        assertThat(Files.readString(directory.resolve("run.html")))
                .contains(
                        "<title>What was measured</title>",
                        "<td>decode</td>",
                        "<td align=\"right\">638</td>",
                        "a &lt; b")
                .doesNotContain("{{");
    }
}
