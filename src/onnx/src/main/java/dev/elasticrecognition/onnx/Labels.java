package dev.elasticrecognition.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The names of a model's classes, in the order of its output. Two classes may have the same name, as in ImageNet. */
record Labels(List<String> names) {

    static final String FILE = "labels.txt";

    Labels {
        names = List.copyOf(names);
    }

    /**
     * Reads the labels in a model directory: UTF-8, one a line.
     *
     * @throws UnusableModel if the file is missing or has no line, or an empty one
     */
    static Labels read(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || lines.stream().anyMatch(String::isBlank)) {
                throw new UnusableModel(file, "is empty or has an empty line. Give each class its name, one a line.");
            }
            return new Labels(lines);
        } catch (IOException e) {
            throw new UnusableModel(
                    file, "can't be read (%s). Put the names of the classes there, one a line.".formatted(e), e);
        }
    }
}
