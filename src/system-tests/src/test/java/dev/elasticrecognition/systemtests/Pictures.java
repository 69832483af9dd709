package dev.elasticrecognition.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** A picture whose header is in order and whose end is missing. */
    static byte[] cutShort(String name) {
        byte[] whole = bytes(name);
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }
}
