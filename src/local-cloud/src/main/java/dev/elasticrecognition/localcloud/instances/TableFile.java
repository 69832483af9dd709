package dev.elasticrecognition.localcloud.instances;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The table on disk: one JSON document, always a whole one, because it is written beside and then renamed. */
record TableFile(Path path) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param lastOrder the order of the newest instance ever launched, forgotten ones included */
    record Content(long lastOrder, List<Instance> instances, List<LaunchToken> tokens) {

        static final Content EMPTY = new Content(0, List.of(), List.of());
    }

    Content read() throws IOException {
        if (!Files.exists(path)) {
            return Content.EMPTY;
        }
        try {
            return JSON.readValue(Files.readAllBytes(path), Content.class);
        } catch (JacksonException unreadable) {
            throw new IOException(
                    "%s is not an instance table: restore it, or delete it to forget all instances".formatted(path),
                    unreadable);
        }
    }

    void write(Content content) {
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        try {
            writeThrough(unfinished, JSON.writeValueAsBytes(content));
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write the instance table " + path, failure);
        }
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
