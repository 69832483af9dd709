package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.load.ArrivalTrace;
import dev.elasticrecognition.client.load.Bounds;
import dev.elasticrecognition.client.load.ClosedLoop;
import dev.elasticrecognition.client.load.Loop;
import dev.elasticrecognition.client.load.OpenLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say how load comes about, and for how long. */
final class LoadShape {

    private static final int MOST_CLIENTS = 10_000;
    private static final int COURSE_CLIENTS = 100;
    private static final Duration COURSE_SCALE_IN = Duration.ofMinutes(30);

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "Plays a trace so many times as fast (${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--column",
            paramLabel = "N",
            defaultValue = "1",
            description = "The column of a trace that holds the timestamps (${DEFAULT-VALUE}).")
    private int column;

    @Option(names = "--images", paramLabel = "N", description = "Send no more than so many.")
    private Long images;

    @Option(
            names = "--duration",
            converter = DurationConverter.class,
            description = "Begin none after so long, such as 90s, 5m or 1h.")
    private Duration duration;

    /** One of these. */
    private static final class Source {

        @Option(
                names = "--clients",
                paramLabel = "N",
                description =
                        "Closed loop: so many clients, each of which sends the next image when it has its answer.")
        private Integer clients;

        @Option(
                names = "--rate",
                paramLabel = "R",
                description = "Open loop: so many requests a second, whatever the service does.")
        private Double rate;

        @Option(
                names = "--trace",
                paramLabel = "FILE",
                description = "Open loop: requests at the times of a file, as elastic simulate --trace reads it.")
        private Path trace;

        @Option(
                names = "--course",
                description = "The course's measure: 100 clients, one image each; then, with the operator's password,"
                        + " waits up to 30m until all instances are gone.")
        private boolean course;
    }

    /** What the options say; wrong ones are refused. */
    Loop loop(CommandSpec spec) {
        require(spec, speed > 0 && Double.isFinite(speed), "--speed must be a number above 0");
        require(spec, column >= 1, "--column must be 1 or more");
        require(spec, images == null || images >= 1, "--images must be 1 or more");
        if (source.course) {
            require(spec, images == null && duration == null, "--course goes without --images and --duration");
            return new ClosedLoop(COURSE_CLIENTS, Bounds.NONE.images(COURSE_CLIENTS));
        }
        if (source.trace != null) {
            return replayed(spec);
        }
        require(spec, images != null || duration != null, "say how long: --images N or --duration DURATION, or both");
        return source.clients == null ? steady(spec) : closed(spec);
    }

    /** How long to wait for the end of all instances, unless an option says so. */
    Optional<Duration> scaleIn() {
        return source.course ? Optional.of(COURSE_SCALE_IN) : Optional.empty();
    }

    private Loop replayed(CommandSpec spec) {
        try {
            return OpenLoop.of(new ArrivalTrace(source.trace, column), speed, bounds());
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "--trace: " + Failures.sentence(e), e);
        }
    }

    private Loop steady(CommandSpec spec) {
        require(spec, source.rate > 0 && Double.isFinite(source.rate), "--rate must be a number above 0");
        return OpenLoop.at(source.rate, bounds());
    }

    private Loop closed(CommandSpec spec) {
        require(
                spec,
                source.clients >= 1 && source.clients <= MOST_CLIENTS,
                "--clients must be from 1 to " + MOST_CLIENTS);
        return new ClosedLoop(source.clients, bounds());
    }

    private Bounds bounds() {
        Bounds counted = images == null ? Bounds.NONE : Bounds.NONE.images(images);
        return duration == null ? counted : counted.duration(duration);
    }

    private static void require(CommandSpec spec, boolean sensible, String demand) {
        if (!sensible) {
            throw new ParameterException(spec.commandLine(), demand);
        }
    }
}
