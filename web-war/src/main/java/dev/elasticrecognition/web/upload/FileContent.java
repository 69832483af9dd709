package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.domain.recognition.ImageContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, which goes when this is closed. */
final class FileContent implements ImageContent, AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final int size;

    private FileContent(Path file, FileChannel channel, int size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    static FileContent open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new FileContent(file, channel, Math.toIntExact(channel.size()));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public InputStream open() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read(int position, byte[] into) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(into);
            int read = 0;
            while (buffer.hasRemaining() && read >= 0) {
                read = channel.read(buffer, (long) position + buffer.position());
            }
            return buffer.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
