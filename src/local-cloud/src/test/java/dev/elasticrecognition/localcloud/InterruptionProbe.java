package dev.elasticrecognition.localcloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.imds.Ec2MetadataClient;

/** Runs on an instance: asks for a notice of interruption until there is one, writes it to a file, and does nothing more. */
final class InterruptionProbe {

    private InterruptionProbe() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]);
        try (Ec2MetadataClient metadata = Ec2MetadataClient.create()) {
            while (true) {
                String notice = notice(metadata);
                if (!notice.isEmpty() && Files.notExists(file)) {
                    Path whole = Files.writeString(Path.of(file + ".new"), notice);
                    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static String notice(Ec2MetadataClient metadata) {
        try {
            return metadata.get("/latest/meta-data/spot/instance-action").asString();
        } catch (SdkException notYet) {
            return "";
        }
    }
}
