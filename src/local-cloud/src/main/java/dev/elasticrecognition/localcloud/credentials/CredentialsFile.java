package dev.elasticrecognition.localcloud.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * The shared credentials file of the AWS tools, with the profile {@code default} only, readable by its owner only.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">Shared config and credentials files</a>
 */
public record CredentialsFile(Path path) {

    private static final String ID = "aws_access_key_id";
    private static final String SECRET = "aws_secret_access_key";

    /** The key in the file; a new one, written there, if there is no file yet. */
    public AccessKey loadOrCreate() throws IOException {
        return Files.exists(path) ? load() : create();
    }

    private AccessKey load() throws IOException {
        List<String> lines = Files.readAllLines(path);
        return new AccessKey(value(lines, ID), value(lines, SECRET));
    }

    private AccessKey create() throws IOException {
        AccessKey key = AccessKey.random();
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, "[default]%n%s = %s%n%s = %s%n".formatted(ID, key.id(), SECRET, key.secret()));
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }

    private String value(List<String> lines, String name) throws IOException {
        return lines.stream()
                .flatMap(line -> valueIn(line, name).stream())
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "%s has no %s: restore the file, or delete it to get a new key".formatted(path, name)));
    }

    private static Optional<String> valueIn(String line, String name) {
        int equals = line.indexOf('=');
        return equals > 0 && line.substring(0, equals).strip().equals(name)
                ? Optional.of(line.substring(equals + 1).strip())
                : Optional.empty();
    }
}
