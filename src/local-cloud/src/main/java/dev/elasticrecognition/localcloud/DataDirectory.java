package dev.elasticrecognition.localcloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where everything lies that the cloud keeps. */
record DataDirectory(Path root) {

    DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** Makes the folders that are not there yet; others on this machine cannot look into them. */
    void create() throws IOException {
        for (Path folder : new Path[] {root, sqs(), s3(), objectNames(), ec2(), instances()}) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    Path credentials() {
        return root.resolve("credentials");
    }

    Path sqs() {
        return root.resolve("sqs");
    }

    Path s3() {
        return root.resolve("s3");
    }

    Path objectNames() {
        return root.resolve("s3-names");
    }

    private Path ec2() {
        return root.resolve("ec2");
    }

    Path instanceTable() {
        return ec2().resolve("instances.json");
    }

    Path metadataPort() {
        return ec2().resolve("metadata-port");
    }

    Path instances() {
        return root.resolve("instances");
    }

    Path endpoints() {
        return root.resolve("endpoints.properties");
    }

    Path log() {
        return root.resolve("local-cloud.log");
    }

    Path lock() {
        return root.resolve("lock");
    }
}
