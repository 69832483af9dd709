package dev.elasticrecognition.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** As many files as anybody asks for, no two alike: each of a few pictures with other bytes after its end, which no decoder reads. */
final class Jpegs {

    private final List<byte[]> pictures;
    private final AtomicLong given = new AtomicLong();

    private Jpegs(List<byte[]> pictures) {
        this.pictures = pictures;
    }

    static Jpegs of(List<Path> files) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (Path file : files) {
            pictures.add(Files.readAllBytes(file));
        }
        return new Jpegs(pictures);
    }

    /** Another one. */
    byte[] next() {
        long number = given.getAndIncrement();
        byte[] picture = pictures.get((int) (number % pictures.size()));
        return ByteBuffer.allocate(picture.length + Long.BYTES)
                .put(picture)
                .putLong(number)
                .array();
    }
}
