package dev.elasticrecognition.bench;

import dev.elasticrecognition.client.RecognitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Gathers everything that is measured into one report. */
@Command(
        name = "elastic bench",
        description = {
            "Measures how many pictures are recognised in a second, what each costs in processor time, and how long it takes:"
                    + " the model alone on ready tensors, which is the limit; each stage; the engine, as a worker calls it;"
                    + " then the whole local system, started for this, under load, with a backlog and idle; then how it"
                    + " scales from nothing and back; then scaling policies in simulated time. Prints a report. Takes some"
                    + " fifteen minutes, in which the machine should do nothing else.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:pictures or model can't be read, or a measurement failed", "2:wrong options"})
public final class Bench implements Callable<Integer> {

    private static final Path HOME = Path.of(System.getProperty("elastic.home", "."));
    private static final int FEWEST = 100;
    private static final List<String> GENERATED = List.of("--generate", "DAY", "--rate", "5");
    private static final List<String> COMMITTED = List.of("china.jpg", "flower.jpg", "rocket.jpg");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--pictures",
            paramLabel = "FOLDER",
            description =
                    "Whose JPEGs are taken as they are (default: the committed photographs, enlarged to 500 x 375).")
    private Path pictures;

    @Option(
            names = "--model",
            paramLabel = "DIRECTORY",
            description = "The model directory (default: src/model/efficientnet-lite0).")
    private Path model = HOME.resolve("src/model/efficientnet-lite0");

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "3000",
            description = "How many are sent to the whole system under load, 100 or more (default: ${DEFAULT-VALUE}).")
    private int images;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Arrivals for the simulated policies (default: a generated day of an hour).")
    private Path trace;

    @Option(names = "--engine-only", description = "Leave out everything but the engine.")
    private boolean engineOnly;

    @Option(
            names = "--report",
            paramLabel = "NAME",
            description = "Write the report to NAME.md and, for a browser, to NAME.html.")
    private Path name;

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command, ready to be given arguments. */
    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setExecutionExceptionHandler((failure, commandLine, parsed) -> {
            if (!(failure instanceof IOException || failure instanceof RecognitionException)) {
                throw failure;
            }
            commandLine.getErr().println("elastic bench: " + failure.getMessage());
            return ExitCode.SOFTWARE;
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (images < FEWEST) {
            throw new ParameterException(spec.commandLine(), "--images must be %d or more".formatted(FEWEST));
        }
        Report report = measured();
        spec.commandLine().getOut().print(report.markdown());
        spec.commandLine().getOut().flush();
        if (name != null) {
            report.write(name);
        }
        return ExitCode.OK;
    }

    private Report measured() throws IOException, InterruptedException {
        if (pictures != null) {
            return report(SamplePictures.in(pictures));
        }
        Path directory = Files.createTempDirectory("elastic-bench");
        try {
            return report(SamplePictures.enlarged(committed(), directory));
        } finally {
            PathUtils.deleteDirectory(directory);
        }
    }

    private Report report(List<Path> files) throws IOException, InterruptedException {
        List<Section> sections = new ArrayList<>(List.of(Machine.section(HOME)));
        List<Cost> costs = new ArrayList<>();
        List<Section> others = new ArrayList<>();
        for (Measurement measurement : measurements()) {
            say(measurement.what());
            Findings found = measurement.measure(files);
            costs.addAll(found.costs());
            others.addAll(found.sections());
        }
        Costs all = new Costs(costs);
        sections.addAll(List.of(all.section(), all.goals()));
        sections.addAll(others);
        return new Report(sections);
    }

    /** From the limit to the whole. */
    private List<Measurement> measurements() {
        int cores = Runtime.getRuntime().availableProcessors();
        List<Measurement> all = new ArrayList<>(List.of(
                new Stage(Costs.LIMIT, "inference", cores, model),
                new Stage(Costs.DECODE, "decoding", cores, model),
                new Stage(Costs.RESIZE, "preprocessing", cores, model),
                new Stage(Costs.ENGINE, "engine", 2 * cores, model)));
        if (!engineOnly) {
            Launcher launcher = new Launcher(HOME);
            all.add(new WholeSystem(launcher, images));
            all.add(new Elasticity(launcher));
            all.add(new Simulation(launcher, traffic()));
        }
        return all;
    }

    private List<String> traffic() {
        return trace == null ? GENERATED : List.of("--trace", trace.toString());
    }

    private void say(String what) {
        spec.commandLine().getErr().println("elastic bench: " + what);
        spec.commandLine().getErr().flush();
    }

    private static List<Path> committed() {
        return COMMITTED.stream()
                .map(name ->
                        HOME.resolve("src/onnx/src/test/resources/pictures").resolve(name))
                .toList();
    }
}
