package dev.elasticrecognition.simulator.cli;

import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.domain.scaling.ScalingSettings.Policy;
import dev.elasticrecognition.simulator.Contender;
import dev.elasticrecognition.simulator.report.Chart;
import dev.elasticrecognition.simulator.report.Score;
import dev.elasticrecognition.simulator.report.Table;
import dev.elasticrecognition.simulator.site.Conditions;
import dev.elasticrecognition.simulator.site.Outcome;
import dev.elasticrecognition.simulator.workload.BadTrace;
import dev.elasticrecognition.simulator.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Compares scaling policies over the same traffic. */
@Command(
        name = "elastic simulate",
        description = {
            "Runs scaling policies against the same traffic in simulated time and prints what each costs and how long"
                    + " requests wait.",
            "",
            "Policies: latency-objective[=HEADROOM/WINDOW], backlog-per-instance[=REQUESTS] and instance-per-request"
                    + " are the service's own; target-tracking[=REQUESTS], keda[=REQUESTS] and"
                    + " buildkite[=REQUESTS/TIMEOUT] are rivals; static[=INSTANCES] and oracle are brackets.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:a file couldn't be read or written", "2:wrong options or a wrong trace"})
public final class Simulate implements Callable<Integer> {

    private static final String ALL = "latency-objective,backlog-per-instance,instance-per-request,"
            + "target-tracking,keda,keda=1,buildkite,buildkite=10/10m,static,oracle";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Traffic traffic;

    @Mixin
    private Environment environment;

    @Option(
            names = "--policies",
            paramLabel = "NAME",
            split = ",",
            defaultValue = ALL,
            description = "Which, with commas between (default: all; of KEDA and Buildkite as they come and as they are"
                    + " best).")
    private List<String> policies;

    @Option(names = "--sweep", description = "Runs each policy with many settings instead, from frugal to generous.")
    private boolean sweep;

    @Option(
            names = "--headroom",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description =
                    "Of latency-objective: spare capacity in square roots of the load (default: ${DEFAULT-VALUE}).")
    private double headroom;

    @Option(
            names = "--window",
            paramLabel = "DURATION",
            defaultValue = "10m",
            description = "Of the service's own: how long a need counts in full (default: ${DEFAULT-VALUE}).")
    private Duration window;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same answer (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "1",
            description = "Runs with so many seeds, from the seed on; waits are pooled, costs averaged"
                    + " (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "Of the table: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Table.Format format;

    @Option(
            names = "--svg",
            paramLabel = "DIRECTORY",
            description = "Draws capacity and backlog over time into this directory, a picture for each policy.")
    private Path pictures;

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command, ready to be given arguments. */
    static CommandLine commandLine() {
        return new CommandLine(new Simulate())
                .registerConverter(Duration.class, new DurationConverter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> {
                    if (!(failure instanceof IOException)) {
                        throw failure;
                    }
                    commandLine.getErr().println("elastic simulate: " + failure);
                    return ExitCode.SOFTWARE;
                });
    }

    @Override
    public Integer call() throws IOException {
        try {
            compare();
            return ExitCode.OK;
        } catch (BadTrace | IllegalArgumentException | TypeConversionException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private void compare() throws IOException {
        if (trials < 1) {
            throw new IllegalArgumentException("--trials is 1 or more, not " + trials);
        }
        Conditions conditions = environment.conditions(traffic.service());
        List<Score> scores = new ArrayList<>();
        List<Workload> workloads = new ArrayList<>();
        for (long trial = seed; trial < seed + trials; trial++) {
            workloads.add(traffic.workload(trial));
        }
        if (format == Table.Format.TEXT) {
            describe(workloads.get(0), conditions);
        }
        for (Contender contender : contenders(conditions)) {
            scores.add(score(contender, workloads, conditions));
        }
        spec.commandLine().getOut().print(new Table(conditions.objective(), scores).in(format));
        spec.commandLine().getOut().flush();
    }

    private void describe(Workload workload, Conditions conditions) {
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %d requests in %d min, %.2f h of pure work; boot %d s, objective %d s%n%n",
                        workload.name(),
                        workload.requests().size(),
                        Duration.between(Workload.START, workload.lastArrival()).toMinutes(),
                        workload.pureWork().toNanos() / 3.6e12,
                        conditions.boot().median().toSeconds(),
                        conditions.objective().toSeconds());
    }

    private List<Contender> contenders(Conditions conditions) {
        var named = new Contenders(settings(conditions));
        return (sweep ? Contenders.SWEEP : policies).stream().map(named::of).toList();
    }

    private ScalingSettings settings(Conditions conditions) {
        return new ScalingSettings(
                Policy.LATENCY_OBJECTIVE,
                conditions.minimum(),
                conditions.maximum(),
                conditions.objective(),
                headroom,
                10,
                window,
                0);
    }

    private Score score(Contender contender, List<Workload> workloads, Conditions conditions) throws IOException {
        List<Outcome> outcomes = LongStream.range(0, trials)
                .mapToObj(trial -> contender.run(workloads.get((int) trial), conditions, seed + trial))
                .toList();
        if (pictures != null) {
            draw(contender, outcomes.get(0));
        }
        return Score.of(contender.name(), outcomes);
    }

    private void draw(Contender contender, Outcome outcome) throws IOException {
        Files.createDirectories(pictures);
        Files.writeString(
                pictures.resolve(contender.name().replaceAll("[^A-Za-z0-9.=-]", "-") + ".svg"),
                new Chart(contender.name(), outcome).svg());
    }
}
