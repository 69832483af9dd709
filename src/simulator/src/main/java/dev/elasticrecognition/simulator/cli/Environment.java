package dev.elasticrecognition.simulator.cli;

import dev.elasticrecognition.simulator.site.Conditions;
import dev.elasticrecognition.simulator.workload.Durations;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say what the conditions are, the same for every policy. */
final class Environment {

    @Option(
            names = "--objective",
            paramLabel = "DURATION",
            defaultValue = "10s",
            description = "Within how much time a request shall be answered (default: ${DEFAULT-VALUE}).")
    private Duration objective;

    @Option(
            names = "--boot",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "Median time from a launch to a worker that takes requests (default: ${DEFAULT-VALUE}).")
    private Duration boot;

    @Option(
            names = "--boot-spread",
            paramLabel = "NUMBER",
            defaultValue = "0.1",
            description = "How unequal boot times are: the standard deviation of their logarithm"
                    + " (default: ${DEFAULT-VALUE}).")
    private double bootSpread;

    @Option(
            names = "--minimum",
            paramLabel = "N",
            defaultValue = "0",
            description = "Instances that are there from the beginning and always (default: ${DEFAULT-VALUE}).")
    private int minimum;

    @Option(
            names = "--maximum",
            paramLabel = "N",
            defaultValue = "20",
            description = "The most instances (default: ${DEFAULT-VALUE}).")
    private int maximum;

    @Option(
            names = "--warm-up",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description = "How long requests are served before anything is scored or billed, so that nobody begins with"
                    + " no instances (default: ${DEFAULT-VALUE}).")
    private Duration warmUp;

    @Option(
            names = "--counter-lag",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "The queue's counts are as old as this at most, at random (default: ${DEFAULT-VALUE}).")
    private Duration counterLag;

    @Option(
            names = "--describe-lag",
            paramLabel = "DURATION",
            defaultValue = "5s",
            description = "How long the cloud is silent about a new instance (default: ${DEFAULT-VALUE}).")
    private Duration describeLag;

    @Option(
            names = "--visibility-timeout",
            paramLabel = "DURATION",
            defaultValue = "30s",
            description = "After how much time a request returns whose instance was ended under it"
                    + " (default: ${DEFAULT-VALUE}).")
    private Duration visibilityTimeout;

    @Option(
            names = "--refused-launches",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of launches that the cloud refuses for lack of capacity (default: ${DEFAULT-VALUE}).")
    private double refusedLaunches;

    @Option(
            names = "--stuck-boots",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of instances that never get ready (default: ${DEFAULT-VALUE}).")
    private double stuckBoots;

    @Option(
            names = "--throttled-reads",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of ticks at which neither queue nor cloud can be asked (default: ${DEFAULT-VALUE}).")
    private double throttledReads;

    Conditions conditions(Duration expectedService) {
        return new Conditions(
                objective,
                new Durations(boot, bootSpread),
                expectedService,
                minimum,
                maximum,
                counterLag,
                describeLag,
                Duration.ofSeconds(2),
                visibilityTimeout,
                Duration.ofMinutes(1),
                warmUp,
                new Conditions.Faults(refusedLaunches, stuckBoots, throttledReads));
    }
}
