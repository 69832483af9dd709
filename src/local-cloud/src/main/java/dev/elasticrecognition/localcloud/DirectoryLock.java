package dev.elasticrecognition.localcloud;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second cloud off the same directory. The operating system lets go of it however this process ends. */
record DirectoryLock(FileChannel channel) implements AutoCloseable {

    static DirectoryLock acquire(Path file) throws IOException, CannotStart {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CannotStart(
                    "a local cloud is already running on %s: stop it, or give another directory with --data"
                            .formatted(file.getParent()));
        }
        return new DirectoryLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
