package dev.elasticrecognition.simulator.cli;

import dev.elasticrecognition.simulator.workload.Durations;
import dev.elasticrecognition.simulator.workload.Generator;
import dev.elasticrecognition.simulator.workload.Load;
import dev.elasticrecognition.simulator.workload.TraceFile;
import dev.elasticrecognition.simulator.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say what is asked of the service. */
final class Traffic {

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(
            names = "--column",
            paramLabel = "N",
            defaultValue = "1",
            description = "The column of the file that holds the timestamps (default: ${DEFAULT-VALUE}).")
    private int column;

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            defaultValue = "5",
            description = "Mean requests per second of what is generated (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--length",
            paramLabel = "DURATION",
            defaultValue = "1h",
            description = "How long what is generated goes on (default: ${DEFAULT-VALUE}).")
    private Duration length;

    @Option(
            names = "--load",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "Takes so many times the requests, in the same time (default: ${DEFAULT-VALUE}).")
    private double load;

    @Option(
            names = "--service",
            paramLabel = "DURATION",
            defaultValue = "0.5s",
            description = "Median time that an instance works on a request (default: ${DEFAULT-VALUE}).")
    private Duration service;

    @Option(
            names = "--service-spread",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "How unequal service times are: the standard deviation of their logarithm"
                    + " (default: ${DEFAULT-VALUE}).")
    private double serviceSpread;

    /** One of the two. */
    private static final class Source {

        @Option(
                names = "--trace",
                paramLabel = "FILE",
                description =
                        "A file of arrivals: a timestamp a line, or CSV. A timestamp is a number of seconds or a time"
                                + " such as 2023-11-16 18:17:03.98.")
        private Path trace;

        @Option(
                names = "--generate",
                paramLabel = "SHAPE",
                description = "Generated arrivals: ${COMPLETION-CANDIDATES}.")
        private Generator shape;
    }

    Duration service() {
        return service;
    }

    /** Whether something is wrong with the numbers is said by what takes them. */
    Workload workload(long seed) throws IOException {
        List<Instant> arrivals = source.trace == null
                ? source.shape.arrivals(rate, length, seed)
                : new TraceFile(source.trace, column).arrivals();
        List<Instant> loaded = load == 1 ? arrivals : new Load(load).apply(arrivals, seed);
        return Workload.of(name(), delayed(loaded, seed), new Durations(service, serviceSpread), seed);
    }

    /** By up to a minute: nobody happens to look just when the first request comes. */
    private static List<Instant> delayed(List<Instant> arrivals, long seed) {
        Duration delay = Duration.ofMillis(new Random(seed).nextInt(60_000));
        return arrivals.stream().map(arrival -> arrival.plus(delay)).toList();
    }

    private String name() {
        return source.trace == null
                ? "%s, %s requests/s on average".formatted(source.shape, rate)
                : source.trace.getFileName().toString();
    }
}
