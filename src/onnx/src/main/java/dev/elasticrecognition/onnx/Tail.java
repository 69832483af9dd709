package dev.elasticrecognition.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * The last of what a process writes. All of it is read, by a thread of its own, so that the process never waits for a reader;
 * but only so much is kept.
 */
final class Tail {

    private static final int KEPT_BYTES = 2000;

    private final InputStream stream;
    private final Thread reader;
    private byte[] kept = {};

    private Tail(InputStream stream) {
        this.stream = stream;
        this.reader = new Thread(this::readAll, "model-command-output");
        reader.setDaemon(true);
    }

    static Tail of(InputStream stream) {
        Tail tail = new Tail(stream);
        tail.reader.start();
        return tail;
    }

    /**
     * What was written last, without signs that control a terminal.
     *
     * @param patience how long to wait for the end; a child of a process that has ended may keep its output open
     */
    String text(Duration patience) {
        try {
            reader.join(patience.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return kept().replaceAll("[\\p{Cntrl}&&[^\n]]", "").strip();
    }

    private synchronized String kept() {
        return new String(kept, StandardCharsets.UTF_8);
    }

    private void readAll() {
        byte[] read = new byte[KEPT_BYTES];
        try (stream) {
            int count = stream.read(read);
            while (count >= 0) {
                keep(read, count);
                count = stream.read(read);
            }
        } catch (IOException closed) {
            // The process was ended while it was read; what was read by then is all there is.
        }
    }

    private synchronized void keep(byte[] read, int count) {
        byte[] all = Arrays.copyOf(kept, kept.length + count);
        System.arraycopy(read, 0, all, kept.length, count);
        kept = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT_BYTES), all.length);
    }
}
