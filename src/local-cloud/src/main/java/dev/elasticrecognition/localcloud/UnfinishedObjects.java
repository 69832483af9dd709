package dev.elasticrecognition.localcloud;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.regex.Pattern;

/**
 * What S3Proxy had begun to write when it was killed, or when the disk was full: a file beside the object's, with the object's
 * name, a dash and a random UUID, which would be an object by itself. It has none of the attributes yet that every object has.
 */
final class UnfinishedObjects {

    private static final Pattern NAME =
            Pattern.compile(".*-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private UnfinishedObjects() {}

    /**
     * Deletes them, while nothing is being written. Where files have no attributes at all nothing is deleted.
     *
     * @param folder of all buckets
     */
    static void delete(Path folder) throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView(UserDefinedFileAttributeView.class)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (NAME.matcher(file.getFileName().toString()).matches() && hasNoAttributes(file)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean hasNoAttributes(Path file) throws IOException {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .list()
                .isEmpty();
    }
}
