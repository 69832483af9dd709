package dev.elasticrecognition.simulator.workload;

import static dev.elasticrecognition.simulator.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceFileTest {

    @TempDir
    private Path directory;

    @Test
    void readsSecondsAndBeginsWithTheEarliest() throws IOException {
        assertThat(read(1, "1700.5", "1700", "", "1702.25")).containsExactly(at(0), at(0.5), at(2.25));
    }

    @Test
    void readsTimesInTheFirstColumnBelowAHeading() throws IOException {
        assertThat(read(
                        1,
                        "TIMESTAMP,ContextTokens,GeneratedTokens",
                        "2023-11-16 18:17:03.9799600,4808,10",
                        "2023-11-16 18:17:05.4799600,3180,8"))
                .containsExactly(at(0), at(1.5));
    }

    @Test
    void readsTimesWithAZoneFromAnotherColumn() throws IOException {
        assertThat(read(2, "a,2023-11-16T18:17:03Z", "b,2023-11-16T19:17:04+01:00"))
                .containsExactly(at(0), at(1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        something else in line 3    | 1 | 1;2;three | line 3: 'three' is neither a number of seconds nor a time
        a column that isn't there   | 2 | 1,1;2     | line 2: column 2 is missing in '2'
        nothing but a heading       | 1 | seconds   | line 1: no timestamps
        """)
    void saysWhereTheTraceIsWrong(String what, int column, String lines, String message) {
        assertThatThrownBy(() -> read(column, lines.split(";")))
                .as(what)
                .isInstanceOf(BadTrace.class)
                .hasMessageContaining("trace.csv, " + message);
    }

    private List<Instant> read(int column, String... lines) throws IOException {
        Path file = Files.write(directory.resolve("trace.csv"), List.of(lines));
        return new TraceFile(file, column).arrivals();
    }
}
