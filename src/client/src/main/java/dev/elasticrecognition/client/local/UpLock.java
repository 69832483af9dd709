package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one supervisor of a data directory. The system lets it go however the supervisor ends. */
final class UpLock implements AutoCloseable {

    private final FileChannel file;

    private UpLock(FileChannel file) {
        this.file = file;
    }

    /** Takes it, unless another supervisor has it. */
    static Optional<UpLock> take(DataDirectory data) throws IOException {
        FileChannel file = FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(file)) {
            return Optional.of(new UpLock(file));
        }
        file.close();
        return Optional.empty();
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
