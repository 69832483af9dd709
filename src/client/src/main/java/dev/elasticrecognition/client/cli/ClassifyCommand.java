package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.RecognitionClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
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
        exitCodeList = {
            "0:every image got its label",
            "1:some image failed or can't be read",
            "2:wrong options or no such file; nothing was sent",
            "3:some image has no answer yet; the same command may bring it later",
            "4:the accuracy is below --min-accuracy"
        })
final class ClassifyCommand implements Callable<Integer> {

    private static final int MOST_AT_ONCE = 1000;
    private static final int UNFINISHED = 3;
    private static final int INACCURATE = 4;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE",
            description =
                    "Files, directories full of them, patterns such as 'photos/**.jpg', http and https addresses; - reads"
                            + " such from standard input, one a line.")
    private List<String> images;

    @Mixin
    private ServiceOptions service;

    @Option(names = "--concurrency", defaultValue = "16", description = "Images sent at once (${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(
            names = "--patience",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "The longest wait for a label, such as 90s, 5m or 1h (${DEFAULT-VALUE}).")
    private Duration patience;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "How results are written: text, csv, or json, a document a line (${DEFAULT-VALUE}).")
    private ResultFormat format;

    @Option(
            names = "--expect",
            paramLabel = "CSV",
            description = "A table with the columns file and label; tells how many labels are the expected ones.")
    private Path expected;

    @Option(
            names = "--min-accuracy",
            paramLabel = "SHARE",
            description = "With --expect: end with 4 if fewer labels than this share, 0 to 1, are right.")
    private Double minAccuracy;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Keep a journal in this file; the same command goes on where an interrupted one stopped.")
    private Path resume;

    @Override
    public Integer call() throws IOException {
        refuseNonsense();
        Inputs inputs = understood(() -> Inputs.of(images, System.in));
        Optional<KnownLabels> known =
                expected == null ? Optional.empty() : Optional.of(understood(() -> KnownLabels.read(expected)));
        RecognitionClient client = service.client(spec);
        try (client;
                Journal journal = resume == null ? null : understood(() -> Journal.open(resume))) {
            return classify(inputs, known, client, Optional.ofNullable(journal));
        }
    }

    private int classify(
            Inputs inputs, Optional<KnownLabels> known, RecognitionClient client, Optional<Journal> journal)
            throws IOException {
        Progress progress = Progress.of(inputs.found().size());
        var report = new Report(
                format, known, spec.commandLine().getOut(), spec.commandLine().getErr(), progress);
        try (progress) {
            inputs.unreadable().forEach((input, failure) -> report.add(input, Result.of(input.name(), failure)));
            new Uploads(client, concurrency, patience, journal, report).send(inputs.found());
        }
        report.summary();
        return exitCode(report);
    }

    private int exitCode(Report report) {
        if (report.isUnfinished()) {
            return UNFINISHED;
        }
        if (report.hasFailures()) {
            return ExitCode.SOFTWARE;
        }
        return minAccuracy != null && report.topOne() < minAccuracy ? INACCURATE : ExitCode.OK;
    }

    private void refuseNonsense() {
        if (concurrency < 1 || concurrency > MOST_AT_ONCE) {
            throw wrong("--concurrency must be from 1 to " + MOST_AT_ONCE);
        }
        if (minAccuracy != null && (expected == null || !(minAccuracy >= 0 && minAccuracy <= 1))) {
            throw wrong("--min-accuracy must be from 0 to 1, and needs --expect");
        }
    }

    private <T> T understood(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /** Reads what an option or an argument names. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
