package dev.elasticrecognition.localcloud;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command line. Prints one line when the cloud is ready, and one on the error stream when it cannot be; all else goes
 * to the log file.
 */
@Command(
        name = "local-cloud",
        description = "Offers SQS, S3 and EC2 on this machine, on 127.0.0.1 only.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true)
final class Main implements Callable<Integer> {

    private static final int CANNOT_START = 2;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Where everything is kept; made if it does not exist.")
    private Path data;

    @Option(names = "--sqs-port", defaultValue = "9324", paramLabel = "PORT", description = "0 for any free port.")
    private int sqsPort;

    @Option(names = "--s3-port", defaultValue = "9325", paramLabel = "PORT", description = "0 for any free port.")
    private int s3Port;

    @Option(names = "--ec2-port", defaultValue = "9326", paramLabel = "PORT", description = "0 for any free port.")
    private int ec2Port;

    @Option(
            names = "--region",
            defaultValue = "us-east-1",
            description = "The region of all resources, for which EC2 requests must be signed.")
    private String region;

    @Option(
            names = "--grace",
            defaultValue = "30s",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long an instance may take to end before it is killed.")
    private Duration grace;

    @Option(
            names = "--max-instances",
            defaultValue = "20",
            paramLabel = "COUNT",
            description = "How many instances may live at a time.")
    private int maxInstances;

    public static void main(String[] arguments) {
        int status = new CommandLine(new Main()).execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            LocalCloud cloud = start();
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cloud, stopped), "stop"));
            println(
                    command.commandLine().getOut(),
                    "local cloud ready: %s data=%s".formatted(cloud.endpoints(), new DataDirectory(data).root()));
            stopped.await();
            return 0;
        } catch (IOException | CannotStart | IllegalArgumentException failure) {
            return fail(failure.getMessage());
        } catch (RuntimeException | LinkageError failure) {
            LoggerFactory.getLogger(Main.class).error("The start failed", failure);
            return fail("the start failed, see local-cloud.log in the data directory: " + failure);
        }
    }

    private LocalCloud start() throws IOException, CannotStart {
        Settings settings =
                new Settings(new DataDirectory(data), sqsPort, s3Port, ec2Port, region, grace, maxInstances);
        settings.data().create();
        DirectoryLock lock = DirectoryLock.acquire(settings.data().lock());
        System.setProperty("local-cloud.log", settings.data().log().toString());
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return LocalCloud.start(settings, lock, InstantSource.system());
    }

    private void stop(LocalCloud cloud, CountDownLatch stopped) {
        try {
            cloud.stop();
        } catch (IOException | InterruptedException | RuntimeException failure) {
            println(command.commandLine().getErr(), "local-cloud: it did not stop in order: " + failure);
        }
        // A virtual machine that ends by a signal has the status 143 or 130, but this end is a good one.
        stopped.countDown();
        Runtime.getRuntime().halt(0);
    }

    private int fail(String message) {
        println(command.commandLine().getErr(), "local-cloud: " + message);
        return CANNOT_START;
    }

    private static void println(PrintWriter writer, String line) {
        writer.println(line);
        writer.flush();
    }
}
