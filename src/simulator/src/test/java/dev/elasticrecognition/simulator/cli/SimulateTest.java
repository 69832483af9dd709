package dev.elasticrecognition.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command line, as its user meets it. */
class SimulateTest {

    private static final String SHORT = "--generate steady --rate 1 --length 3m ";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void comparesAllPoliciesInATable() {
        assertThat(simulate(SHORT)).isZero();

        assertThat(out.toString().lines().skip(3).map(line -> line.split(" ", 2)[0]))
                .containsExactly(
                        "latency-objective",
                        "backlog-per-instance",
                        "instance-per-request",
                        "target-tracking=1",
                        "keda=5",
                        "keda=1",
                        "buildkite=1/10m",
                        "buildkite=10/10m",
                        "static=20",
                        "oracle");
    }

    @Test
    void theSameCommandPrintsTheSame() {
        simulate(SHORT + "--trials 2 --stuck-boots 0.5");
        String first = out.toString();
        out.getBuffer().setLength(0);
        simulate(SHORT + "--trials 2 --stuck-boots 0.5");

        assertThat(out).hasToString(first);
    }

    @Test
    void readsATraceAndWritesWhatAProgramCanRead() throws IOException {
        Path trace = Files.write(directory.resolve("trace"), List.of("0", "1", "2"));

        assertThat(simulate("--trace " + trace + " --policies static=1 --format csv"))
                .isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "policy,p50 s,p95 s,p99 s,max s,within 10.0 s %,instance-hours,of pure work,launches,busy"
                                + " kills,unanswered",
                        "static=1,0.5,0.5,0.5,0.5,100.00,0.02,48.0,1,0,0");
    }

    @Test
    void drawsEachPolicy() throws IOException {
        assertThat(simulate(SHORT + "--policies keda,buildkite=2/5m --svg " + directory.resolve("pictures")))
                .isZero();

        assertThat(Files.readString(directory.resolve("pictures/keda=5.svg")))
                .startsWith("<svg")
                .contains("backlog");
        assertThat(directory.resolve("pictures/buildkite=2-5m.svg")).exists();
    }

    @Test
    void sweepsOverSettings() {
        assertThat(simulate(SHORT + "--sweep --format markdown")).isZero();

        assertThat(out.toString()).contains("| keda=0.7 |", "| latency-objective=", "| static=8 |");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', textBlock = """
        ''                                        | --trace
        --generate steady --policies nobody       | 'nobody' is no policy
        --generate steady --policies keda=-1      | 'keda=-1': a number above 0 is expected
        --generate steady --policies keda=many    | 'keda=many': 'many' is no number
        --generate steady --boot soon             | 'soon' is no duration such as 500ms, 0.5s, 90s, 5m or 1h
        --generate steady --load 0                | A load factor is above 0
        --generate steady --service 0s            | A median duration is above 0
        --generate steady --headroom 11           | headroom must be 0 to 10
        --generate steady --minimum 30            | maximum must not be below the minimum
        --generate steady --trials 0              | --trials is 1 or more, not 0
        --generate steady --rate 0                | a workload without requests
        """)
    void saysWhatIsWrong(String arguments, String message) {
        assertThat(simulate(arguments)).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).containsIgnoringCase(message);
    }

    @Test
    void aTraceThatIsNotThereIsSaidSo() {
        assertThat(simulate("--trace " + directory.resolve("none"))).isEqualTo(CommandLine.ExitCode.SOFTWARE);

        assertThat(err.toString()).contains("NoSuchFileException", "none");
    }

    private int simulate(String arguments) {
        return Simulate.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.isBlank() ? new String[0] : arguments.strip().split(" +"));
    }
}
