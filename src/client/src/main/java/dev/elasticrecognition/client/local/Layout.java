package dev.elasticrecognition.client.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which programs make up the local system.
 *
 * @param localCloud the command that starts the local cloud, to which options are appended
 * @param frontEnd the command that starts the front end
 * @param workerCommand what the local cloud runs as an instance
 * @param needed the build outputs that must be there
 */
public record Layout(List<String> localCloud, List<String> frontEnd, Path workerCommand, List<Path> needed) {

    /** The build outputs below the top of the source tree. */
    public static Layout below(Path home) {
        Path cloudJar = home.resolve("src/local-cloud/target/local-cloud.jar");
        Path liberty = home.resolve("liberty/common/target/wlp");
        Path frontEnd = home.resolve("liberty/front/target/usr/servers/front/start");
        Path workerCommand = home.resolve("liberty/worker/target/usr/servers/worker/start");
        return new Layout(
                List.of(java(), "-jar", cloudJar.toString()),
                List.of(frontEnd.toString()),
                workerCommand,
                List.of(cloudJar, liberty, frontEnd, workerCommand));
    }

    /** The build outputs that are not there. */
    public List<Path> missing() {
        return needed.stream().filter(Files::notExists).toList();
    }

    List<String> localCloud(DataDirectory data, Ports ports) {
        Stream<String> options = Stream.of(
                "--data", data.cloud().toString(),
                "--sqs-port", Integer.toString(ports.sqs()),
                "--s3-port", Integer.toString(ports.s3()),
                "--ec2-port", Integer.toString(ports.ec2()));
        return Stream.concat(localCloud.stream(), options).toList();
    }

    /** The Java that this program runs on. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
