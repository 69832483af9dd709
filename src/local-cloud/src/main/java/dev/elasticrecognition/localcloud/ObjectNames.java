package dev.elasticrecognition.localcloud;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/**
 * Tells objects from what S3Proxy had only begun to write when it was killed. That is a file beside the object's, with the object's
 * name, a dash and a random UUID, and nothing else about it is certain: it may be empty or whole. So the objects
 * that have such a name by themselves are registered before they are written, each by an empty file, and what is not registered
 * is unfinished.
 */
final class ObjectNames {

    private static final Pattern AMBIGUOUS =
            Pattern.compile(".*-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", Pattern.DOTALL);

    private final Path register;

    /** @param register the folder of the registered names */
    ObjectNames(Path register) {
        this.register = register;
    }

    /** Makes known that there may be such an object from now on. */
    void register(String bucket, String key) {
        if (isAmbiguous(key)) {
            try {
                Files.createFile(entry(bucket, key));
            } catch (FileAlreadyExistsException known) {
                // It was there before.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Deletes what is not finished, while nothing is being written.
     *
     * @param folder of all buckets
     */
    void deleteUnfinished(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path path = folder.relativize(file);
                Path bucket = path.getName(0);
                if (!isObject(bucket.toString(), bucket.relativize(path).toString())) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Whether a file that has this key is an object. */
    boolean isObject(String bucket, String key) {
        return !isAmbiguous(key) || Files.exists(entry(bucket, key));
    }

    private static boolean isAmbiguous(String key) {
        return AMBIGUOUS.matcher(key).matches();
    }

    /** Keys that are one file are one entry. */
    private Path entry(String bucket, String key) {
        String file = Path.of(bucket, key).normalize().toString();
        return register.resolve(
                Hashing.sha256().hashString(file, StandardCharsets.UTF_8).toString());
    }
}
