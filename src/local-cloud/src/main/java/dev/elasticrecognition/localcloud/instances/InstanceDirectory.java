package dev.elasticrecognition.localcloud.instances;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** An instance's disk: its home and working directory, with {@code user-data} and {@code console.log}. */
public record InstanceDirectory(Path path) {

    private static final int CONSOLE_TAIL = 64 * 1024;

    /** Everything that the processes of the instance printed. */
    Path console() {
        return path.resolve("console.log");
    }

    Path userDataFile() {
        return path.resolve("user-data");
    }

    Path temporary() {
        return path.resolve("tmp");
    }

    private Path pidFile() {
        return path.resolve("pid");
    }

    void create(UserData userData) throws IOException {
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(temporary());
        Files.write(userDataFile(), userData.bytes());
        Files.setPosixFilePermissions(userDataFile(), PosixFilePermissions.fromString("rwx------"));
    }

    /** The user data as it was sent. */
    public byte[] userData() throws IOException {
        return Files.readAllBytes(userDataFile());
    }

    /** The end of the console, 64 KiB at most, as EC2 keeps it. */
    public byte[] consoleTail() throws IOException {
        if (!Files.exists(console())) {
            return new byte[0];
        }
        try (RandomAccessFile file = new RandomAccessFile(console().toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(file.length(), CONSOLE_TAIL)];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return tail;
        }
    }

    void print(String line) throws IOException {
        Files.writeString(console(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The process id that the launcher left, which is there even if nobody lived to note it in the table. */
    Optional<Long> pid() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        String text = Files.readString(pidFile()).strip();
        return text.matches("\\d{1,10}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    void forgetPid() throws IOException {
        Files.deleteIfExists(pidFile());
    }

    void delete() throws IOException {
        if (Files.exists(path)) {
            Files.walkFileTree(path, new Deletion());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
