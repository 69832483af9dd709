package dev.elasticrecognition.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/** Pictures that are sent. */
final class Pictures {

    private static final Path FOLDER = RunningSystem.HOME.resolve("src/onnx/src/test/resources/pictures");

    private Pictures() {}

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same picture as a file that nobody has sent before: what follows a picture's end is no part of it. */
    static byte[] anew(String name) {
        byte[] whole = bytes(name);
        byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        byte[] marked = Arrays.copyOf(whole, whole.length + mark.length);
        System.arraycopy(mark, 0, marked, whole.length, mark.length);
        return marked;
    }

    /** A picture whose header is in order and whose end is missing. */
    static byte[] cutShort(String name) {
        byte[] whole = bytes(name);
        return Arrays.copyOf(whole, whole.length / 2);
    }
}
