package dev.elasticrecognition.onnx;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The lines that a process prints, read by a thread of its own, so that whoever waits for one needn't wait for ever. */
final class Lines {

    private static final int LONGEST_LINE = 2000;
    private static final int UNREAD_LINES = 16;

    private final BlockingQueue<Optional<String>> unread = new ArrayBlockingQueue<>(UNREAD_LINES);

    private Lines() {}

    static Lines of(InputStream stream) {
        Lines lines = new Lines();
        Thread reader = new Thread(() -> lines.readAll(stream), "model-command-lines");
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    /** Whether there are lines that nobody has asked for. */
    boolean areLeft() {
        return !unread.isEmpty();
    }

    /**
     * The next line, or empty if there are no more.
     *
     * @throws TimeoutException if none comes in time
     */
    Optional<String> next(Duration timeout) throws InterruptedException, TimeoutException {
        Optional<String> next = unread.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        if (next == null) {
            throw new TimeoutException("No line within " + timeout);
        }
        return next;
    }

    private void readAll(InputStream stream) {
        try (InputStream buffered = new BufferedInputStream(stream)) {
            Optional<String> line = read(buffered);
            while (line.isPresent()) {
                unread.put(line);
                line = read(buffered);
            }
            unread.put(line);
        } catch (IOException closed) {
            unread.offer(Optional.empty());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Up to the next line break; empty at the end, and at a line so long that it can be no label. */
    private static Optional<String> read(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = stream.read();
        while (next >= 0 && next != '\n' && line.size() < LONGEST_LINE) {
            line.write(next);
            next = stream.read();
        }
        return next == '\n' ? Optional.of(line.toString(StandardCharsets.UTF_8)) : Optional.empty();
    }
}
