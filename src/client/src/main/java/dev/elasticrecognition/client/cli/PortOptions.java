package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.local.Ports;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say where a local system listens. */
final class PortOptions {

    @Option(names = "--http-port", defaultValue = "9080", description = "Port of the front end (${DEFAULT-VALUE}).")
    private int http;

    @Option(names = "--sqs-port", defaultValue = "9324", description = "Port of the queues (${DEFAULT-VALUE}).")
    private int sqs;

    @Option(names = "--s3-port", defaultValue = "9325", description = "Port of the buckets (${DEFAULT-VALUE}).")
    private int s3;

    @Option(names = "--ec2-port", defaultValue = "9326", description = "Port of the instances (${DEFAULT-VALUE}).")
    private int ec2;

    Ports ports(CommandSpec spec) {
        try {
            return new Ports(http, sqs, s3, ec2);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** The same options for another run. */
    static List<String> arguments(Ports ports) {
        return List.of(
                "--http-port=" + ports.http(),
                "--sqs-port=" + ports.sqs(),
                "--s3-port=" + ports.s3(),
                "--ec2-port=" + ports.ec2());
    }
}
