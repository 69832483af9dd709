package dev.elasticrecognition.bench;

import dev.elasticrecognition.client.RecognitionException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the engine beside what the model alone can do. */
@Command(
        name = "elastic bench",
        description = {
            "Measures how many pictures are recognised in a second and what each costs in processor time, and prints a table:"
                    + " the model alone on ready tensors, which is the limit; each stage; the engine, as a worker calls it;"
                    + " then the whole local system, started for this. Takes some five minutes. Processor time is the"
                    + " figure to compare on a busy machine.",
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

    @Option(names = "--engine-only", description = "Leave the whole system out.")
    private boolean engineOnly;

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
        if (pictures != null) {
            printTable(SamplePictures.in(pictures));
            return ExitCode.OK;
        }
        Path directory = Files.createTempDirectory("elastic-bench");
        try {
            printTable(SamplePictures.enlarged(committed(), directory));
            return ExitCode.OK;
        } finally {
            delete(directory);
        }
    }

    /** From the limit to the whole. */
    private List<Measurement> measurements() {
        int cores = Runtime.getRuntime().availableProcessors();
        List<Measurement> all = new ArrayList<>(List.of(
                new Stage("ONNX Runtime alone, on ready tensors", "inference", cores, model),
                new Stage("decode", "decoding", cores, model),
                new Stage("resize and normalise", "preprocessing", cores, model),
                new Stage("engine, as a worker calls it", "engine", 2 * cores, model)));
        if (!engineOnly) {
            all.add(new WholeSystem(HOME, images));
        }
        return all;
    }

    private void printTable(List<Path> files) throws IOException, InterruptedException {
        List<String> remarks = new ArrayList<>();
        PrintWriter out = spec.commandLine().getOut();
        out.print(Table.heading());
        out.flush();
        for (Measurement measurement : measurements()) {
            Findings found = measurement.measure(files);
            found.rows().forEach(row -> out.print(Table.row(row)));
            out.flush();
            remarks.addAll(found.remarks());
        }
        remarks.forEach(remark -> out.printf("%n%s%n", remark));
        out.flush();
    }

    private static List<Path> committed() {
        return COMMITTED.stream()
                .map(name ->
                        HOME.resolve("src/onnx/src/test/resources/pictures").resolve(name))
                .toList();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
