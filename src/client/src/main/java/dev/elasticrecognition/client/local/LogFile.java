package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** What a process printed. The log of the run before is kept beside it, with {@code .1} behind its name. */
record LogFile(Path path) {

    private static final int TAIL = 20;

    /** Sets the log of the run before aside. */
    void turn() throws IOException {
        if (Files.exists(path)) {
            Path before = path.resolveSibling(path.getFileName() + ".1");
            Files.move(path, before, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    String text() {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    /** Its last lines, indented, after a line that says where they come from. */
    String tail() {
        List<String> lines = text().lines().toList();
        return lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).stream()
                .map(line -> System.lineSeparator() + "  | " + line)
                .collect(Collectors.joining("", "The end of " + path + ":", ""));
    }
}
