package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.Credentials;
import dev.elasticrecognition.client.FleetClient;
import dev.elasticrecognition.client.ProblemException;
import dev.elasticrecognition.client.RetryPolicy;
import dev.elasticrecognition.client.load.FleetWatch;
import dev.elasticrecognition.client.load.HtmlPage;
import dev.elasticrecognition.client.load.LoadReport;
import dev.elasticrecognition.client.load.Loop;
import dev.elasticrecognition.client.load.PictureTarget;
import dev.elasticrecognition.client.load.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts load upon the service and tells how it took it. */
@Command(
        name = "load",
        description = "Puts load upon the service and tells how it took it: latencies, refusals, scaling.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every image got its label",
            "1:some image got none, or the load couldn't be put",
            "2:wrong options, a wrong trace or password, no such file; nothing was sent"
        })
final class LoadCommand implements Callable<Integer> {

    /** What can't be seen now is looked at again in a second anyway. */
    private static final RetryPolicy HARDLY =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO);

    private static final List<String> COMMITTED = List.of("china.jpg", "flower.jpg", "rocket.jpg");

    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadShape shape;

    @Mixin
    private ServiceOptions service;

    @Option(
            names = "--pictures",
            paramLabel = "IMAGE",
            arity = "1..*",
            description =
                    "What is sent, in turns: files, directories, patterns, addresses (three photographs of ours).")
    private List<String> pictures;

    @Option(
            names = "--warm-up",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "What is to start before so long is over is sent, but doesn't count.")
    private Duration warmUp = Duration.ZERO;

    @Option(
            names = "--patience",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "The longest wait for a label (${DEFAULT-VALUE}).")
    private Duration patience;

    @Option(
            names = "--scale-in",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "After the last answer, wait so long at most until all instances are gone.")
    private Duration scaleIn;

    @Option(
            names = "--password",
            arity = "0..1",
            interactive = true,
            echo = false,
            description =
                    "Ask for the operator's password, by which the fleet is seen; else ELASTIC_OPERATOR_PASSWORD.")
    private String password;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the findings for programs.")
    private Path json;

    @Option(names = "--report", paramLabel = "FILE.html", description = "Write them with charts, for a browser.")
    private Path html;

    @Override
    public Integer call() throws IOException, InterruptedException {
        refuseUnwritable(json);
        refuseUnwritable(html);
        Loop loop = shape.loop(spec);
        var target = new PictureTarget(url(), caller(), contents(), patience);
        Optional<FleetClient> fleet = fleet();
        var recording = new Recording();
        tell(put(loop, target, fleet, recording));
        return recording.isAllAnswered() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private LoadReport put(Loop loop, PictureTarget target, Optional<FleetClient> fleet, Recording recording)
            throws InterruptedException {
        Optional<FleetWatch> watch = fleet.map(seen -> FleetWatch.begin(seen, recording));
        try {
            run(loop, target, recording);
            if (watch.isPresent() && scaleInPatience().isPresent()) {
                say("all have ended; waiting until all instances are gone");
                watch.get().awaitNone(scaleInPatience().get());
            }
        } finally {
            watch.ifPresent(FleetWatch::close);
        }
        return LoadReport.of(service.url(), loop, warmUp, scaleInPatience(), recording, watch);
    }

    @SuppressWarnings("try") // speaks until it's closed
    private void run(Loop loop, PictureTarget target, Recording recording) throws InterruptedException {
        try (var progress = new LoadProgress(recording, this::say)) {
            loop.run(target, recording);
        }
    }

    private void tell(LoadReport report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        report.lines().forEach((name, text) -> out.printf("%-12s %s%n", name, text));
        out.flush();
        if (json != null) {
            Files.writeString(json, report.json() + System.lineSeparator());
        }
        if (html != null) {
            Files.writeString(html, HtmlPage.of(report));
        }
    }

    private void refuseUnwritable(Path file) {
        if (file != null && !Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw wrong("there is no directory for " + file);
        }
    }

    private Optional<Duration> scaleInPatience() {
        return Optional.ofNullable(scaleIn).or(shape::scaleIn);
    }

    private URI url() {
        URI url = service.url();
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null) {
            throw wrong("--url: '%s' is no http or https URL, such as http://localhost:9080".formatted(url));
        }
        return url;
    }

    private Credentials caller() {
        try {
            return service.credentials();
        } catch (IllegalArgumentException e) {
            throw wrong("--token: " + e.getMessage());
        }
    }

    private List<byte[]> contents() throws IOException, InterruptedException {
        List<byte[]> contents = new ArrayList<>();
        for (Input input : inputs()) {
            contents.add(input.source().read().content());
        }
        if (contents.isEmpty()) {
            throw wrong("--pictures: there is no file in " + pictures);
        }
        return contents;
    }

    private List<Input> inputs() throws IOException {
        try {
            return Inputs.of(pictures == null ? committed() : pictures, System.in)
                    .found();
        } catch (IllegalArgumentException e) {
            throw wrong("--pictures: " + e.getMessage());
        }
    }

    private List<String> committed() {
        String home = Optional.ofNullable(System.getProperty("elastic.home"))
                .orElseThrow(() -> wrong("--pictures: say what is sent"));
        Path folder = Path.of(home, "src/onnx/src/test/resources/pictures");
        return COMMITTED.stream().map(name -> folder.resolve(name).toString()).toList();
    }

    /** What sees the fleet, if there is a password for it. */
    private Optional<FleetClient> fleet() throws InterruptedException {
        Optional<String> secret =
                Optional.ofNullable(password).or(() -> Optional.ofNullable(System.getenv("ELASTIC_OPERATOR_PASSWORD")));
        if (secret.isEmpty() && scaleIn != null) {
            throw wrong("--scale-in takes the operator's password: set ELASTIC_OPERATOR_PASSWORD, or give --password");
        }
        Optional<FleetClient> fleet =
                secret.map(known -> new FleetClient(url(), Credentials.operator("operator", known), HARDLY));
        if (fleet.isPresent()) {
            tryOut(fleet.get());
        }
        return fleet;
    }

    private void tryOut(FleetClient fleet) throws InterruptedException {
        try {
            fleet.fleet();
        } catch (ProblemException e) {
            if (e.problem().status() == 401) {
                throw wrong("the service doesn't take the operator's password: "
                        + e.problem().explanation());
            }
            throw e;
        }
    }

    private void say(String notice) {
        spec.commandLine().getErr().println("elastic: " + notice);
        spec.commandLine().getErr().flush();
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
