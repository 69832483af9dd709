package dev.elasticrecognition.client.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that the arguments stand for: themselves, or every regular file below a directory. */
final class ImageFiles {

    private final List<Path> found = new ArrayList<>();
    private final Map<Path, IOException> unreadable = new LinkedHashMap<>();

    static ImageFiles of(List<Path> arguments) throws IOException {
        var files = new ImageFiles();
        for (Path argument : arguments) {
            files.add(argument);
        }
        return files;
    }

    List<Path> found() {
        return List.copyOf(found);
    }

    /** The files and directories below the arguments that can't be looked at, and why. */
    Map<Path, IOException> unreadable() {
        return Map.copyOf(unreadable);
    }

    private void add(Path argument) throws IOException {
        if (Files.isDirectory(argument)) {
            Files.walkFileTree(argument, new Collector());
        } else {
            found.add(argument);
        }
    }

    private final class Collector extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable.put(file, failure);
            return FileVisitResult.CONTINUE;
        }
    }
}
