package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.RecognitionClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends images and prints their labels. */
@Command(
        name = "classify",
        description = "Sends images and prints a line 'file TAB label TAB confidence' for each.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every image got its label", "1:some image failed", "2:wrong options or no such file"})
final class ClassifyCommand implements Callable<Integer> {

    private static final int MOST_AT_ONCE = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Images, or directories full of them.")
    private List<Path> paths;

    @Option(names = "--url", defaultValue = "http://localhost:9080", description = "The service (${DEFAULT-VALUE}).")
    private URI url;

    @Option(names = "--concurrency", defaultValue = "16", description = "Images sent at once (${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(
            names = "--patience",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "The longest wait for a label, such as 90s, 5m or 1h (${DEFAULT-VALUE}).")
    private Duration patience;

    @Override
    public Integer call() throws IOException, InterruptedException {
        refuseNonsense();
        ImageFiles files = ImageFiles.of(paths);
        RecognitionClient client = client();
        Progress progress = Progress.of(files.found().size());
        var report = new Report(spec.commandLine().getOut(), spec.commandLine().getErr(), progress);
        try (client;
                progress) {
            files.unreadable().forEach((file, failure) -> report.failed(file, Failures.sentence(failure)));
            new Uploads(client, patience, report).send(files.found(), concurrency);
        }
        report.summary();
        return report.hasFailures() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private void refuseNonsense() {
        if (concurrency < 1 || concurrency > MOST_AT_ONCE) {
            throw wrong("--concurrency must be from 1 to " + MOST_AT_ONCE);
        }
        paths.stream().filter(Files::notExists).findFirst().ifPresent(missing -> {
            throw wrong("there is no file or directory " + missing);
        });
    }

    private RecognitionClient client() {
        try {
            return new RecognitionClient(url);
        } catch (IllegalArgumentException e) {
            throw wrong("--url: " + e.getMessage());
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
