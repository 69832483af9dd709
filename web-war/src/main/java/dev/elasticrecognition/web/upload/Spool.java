package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.domain.recognition.ImageContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.output.DeferredFileOutputStream;

/** Takes bytes in as they come, small amounts in memory and larger ones in files, so that many can come at a time. */
final class Spool {

    private static final String PREFIX = "upload-";

    /** No upload takes that long: what is older was left by a process that died. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final Path directory;
    private final int inMemory;

    /** @param inMemory the most bytes that are kept in memory */
    Spool(Path directory, int inMemory) {
        this.directory = directory;
        this.inMemory = inMemory;
    }

    /** Makes the directory, and removes what dead processes left there. */
    void prepare(InstantSource clock) throws IOException {
        Files.createDirectories(directory);
        Instant old = clock.instant().minus(LEFT_OVER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * Takes in all that comes, but one byte more than is accepted at most, so that too much is seen without being held.
     *
     * @param most the most bytes that are accepted
     */
    Received receive(InputStream body, int most) throws IOException {
        DeferredFileOutputStream kept = DeferredFileOutputStream.builder()
                .setThreshold(inMemory)
                .setDirectory(directory)
                .setPrefix(PREFIX)
                .setSuffix(".tmp")
                .get();
        try {
            IOUtils.copyLarge(body, kept, 0, most + 1L);
            kept.close();
            return kept.isInMemory() ? Received.inMemory(kept.getData()) : Received.inFile(kept.getPath());
        } catch (IOException | RuntimeException e) {
            discard(kept);
            throw e;
        }
    }

    private static void discard(DeferredFileOutputStream kept) throws IOException {
        kept.close();
        if (kept.getPath() != null) {
            Files.deleteIfExists(kept.getPath());
        }
    }

    /** What came in, until it's closed. */
    record Received(ImageContent content, AutoCloseable keeper) implements AutoCloseable {

        static Received inMemory(byte[] bytes) {
            return new Received(ImageContent.of(bytes), () -> {});
        }

        static Received inFile(Path file) throws IOException {
            FileContent content = FileContent.open(file);
            return new Received(content, content);
        }

        @Override
        public void close() throws IOException {
            try {
                keeper.close();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
