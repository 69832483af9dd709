package dev.elasticrecognition.chaos;

import dev.elasticrecognition.chaos.schedule.Kind;
import dev.elasticrecognition.chaos.schedule.Schedule;
import dev.elasticrecognition.chaos.verdict.Verdict;
import dev.elasticrecognition.client.cli.DurationConverter;
import dev.elasticrecognition.client.local.LocalSystemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has accidents strike the whole system under load, and tells whether it kept its word. */
@Command(
        name = "elastic chaos",
        description = {
            "Starts the whole local system in a directory of its own, sends pictures, and has accidents strike: processes are"
                    + " killed and frozen, connections break, EC2 refuses and lies, messages come twice. Then everything comes"
                    + " to rest, and the clients' own list is held against buckets, queues, ledger and fleet. The same seed"
                    + " gives the same accidents.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the system kept its word",
            "1:it didn't, or couldn't be started",
            "2:wrong options; nothing was started"
        })
public final class Chaos implements Callable<Integer> {

    private static final Path HOME = Path.of(System.getProperty("elastic.home", "."));
    private static final int SEEDS = 1_000_000;
    private static final Duration MOST_OFTEN = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "N", description = "Where the accidents come from (default: any).")
    private Long seed;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long pictures are sent and accidents strike (default: ${DEFAULT-VALUE}).")
    private Duration duration;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "4s",
            converter = DurationConverter.class,
            description = "The mean time between two accidents, 1s or more (default: ${DEFAULT-VALUE}).")
    private Duration every;

    @Option(
            names = "--accidents",
            paramLabel = "KIND",
            split = ",",
            converter = KindConverter.class,
            description = "Which may strike, separated by commas (default: all; see src/docs/chaos.md).")
    private List<Kind> accidents = new ArrayList<>(EnumSet.allOf(Kind.class));

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5",
            description = "Pictures a second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many clients send them (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many instances there may be, 1 to 20 (default: ${DEFAULT-VALUE}).")
    private int instances;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description =
                    "How long the system may take to answer everything, and to come to rest (default: ${DEFAULT-VALUE}).")
    private Duration patience;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "An empty directory for logs and buckets, which is kept (default: a temporary one, which is kept when"
                            + " something was found).")
    private Path data;

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command, ready to be given arguments. */
    static CommandLine commandLine() {
        return new CommandLine(new Chaos()).setExecutionExceptionHandler((failure, commandLine, parsed) -> {
            if (!(failure instanceof IOException || failure instanceof LocalSystemException)) {
                throw failure;
            }
            commandLine.getErr().println("elastic chaos: " + failure.getMessage());
            return ExitCode.SOFTWARE;
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(every.compareTo(MOST_OFTEN) >= 0, "--every must be 1s or more");
        require(rate > 0, "--rate must be above 0");
        require(clients >= 1, "--clients must be 1 or more");
        require(instances >= 1 && instances <= 20, "--instances must be 1 to 20");
        if (seed == null) {
            seed = (long) new Random().nextInt(SEEDS);
        }
        Set<Kind> kinds = EnumSet.copyOf(accidents);
        Path directory = data == null ? Files.createTempDirectory("elastic-chaos") : data;
        say("seed " + seed);
        Verdict verdict = new Course(
                        HOME,
                        directory,
                        seed,
                        Schedule.draw(seed, duration, every, kinds),
                        duration,
                        rate,
                        clients,
                        instances,
                        patience,
                        this::say)
                .run();
        spec.commandLine().getOut().print(verdict.table());
        spec.commandLine().getOut().flush();
        if (!verdict.isGood()) {
            say("logs and buckets are in " + directory);
            say("the same accidents once more: " + replay(kinds));
            return ExitCode.SOFTWARE;
        }
        if (data == null) {
            PathUtils.deleteDirectory(directory);
        }
        return ExitCode.OK;
    }

    private String replay(Set<Kind> kinds) {
        String only = kinds.size() == Kind.values().length
                ? ""
                : " --accidents " + kinds.stream().map(Kind::toString).collect(Collectors.joining(","));
        return "elastic chaos --seed %d --duration %ds --every %ds --rate %s --clients %d --instances %d%s"
                .formatted(seed, duration.toSeconds(), every.toSeconds(), rate, clients, instances, only);
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private synchronized void say(String line) {
        spec.commandLine().getErr().println("elastic chaos: " + line);
        spec.commandLine().getErr().flush();
    }

    /** Reads accidents by their names. */
    private static final class KindConverter implements CommandLine.ITypeConverter<Kind> {

        @Override
        public Kind convert(String name) {
            try {
                return Kind.named(name);
            } catch (IllegalArgumentException unknown) {
                throw new CommandLine.TypeConversionException(unknown.getMessage());
            }
        }
    }
}
