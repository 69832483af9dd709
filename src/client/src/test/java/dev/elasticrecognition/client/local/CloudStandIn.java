package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts, says so and ends as the local cloud does. With a file {@code broken} beside its data it fails to start. */
final class CloudStandIn {

    private CloudStandIn() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        List<String> options = List.of(arguments);
        Path data = Path.of(option(options, "--data"));
        Files.createDirectories(data);
        if (Files.exists(data.resolveSibling("broken"))) {
            System.err.println("no room for the queues");
            System.exit(9);
        }
        Files.writeString(data.resolve("credentials"), "[default]");
        Events.noteLifeOf("cloud", data.getParent());
        System.out.printf(
                "local cloud ready: sqs=http://localhost:%s s3=http://localhost:%s ec2=http://localhost:%s data=%s%n",
                option(options, "--sqs-port"), option(options, "--s3-port"), option(options, "--ec2-port"), data);
        Thread.currentThread().join();
    }

    private static String option(List<String> options, String name) {
        return options.get(options.indexOf(name) + 1);
    }
}
