package dev.elasticrecognition.localcloud;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the three services answer. */
record Endpoints(URI sqs, URI s3, URI ec2) {

    static URI onLoopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Writes the addresses down, with the id of this process, for programs that start later. */
    void write(Path file, String region) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                unfinished,
                "sqs=%s%ns3=%s%nec2=%s%nregion=%s%npid=%d%n"
                        .formatted(sqs, s3, ec2, region, ProcessHandle.current().pid()));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "sqs=%s s3=%s ec2=%s".formatted(sqs, s3, ec2);
    }
}
