package dev.elasticrecognition.client.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The images that the arguments stand for: a file for itself, a directory for every regular file below it, a pattern for
 * what matches it, an address for what is there, and {@code -} for such arguments on standard input, one a line.
 */
final class Inputs {

    private static final String STANDARD_INPUT = "-";
    private static final Pattern ADDRESS = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE);

    private final List<Input> found = new ArrayList<>();
    private final Map<Input, IOException> unreadable = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if one of them stands for nothing */
    static Inputs of(List<String> arguments, InputStream standardInput) throws IOException {
        var inputs = new Inputs();
        for (String argument : arguments) {
            for (String one : argument.equals(STANDARD_INPUT) ? lines(standardInput) : List.of(argument)) {
                inputs.add(one);
            }
        }
        return inputs;
    }

    List<Input> found() {
        return List.copyOf(found);
    }

    /** The files and directories below the arguments that can't be looked at, and why. */
    Map<Input, IOException> unreadable() {
        return Map.copyOf(unreadable);
    }

    private static List<String> lines(InputStream standardInput) {
        return new BufferedReader(new InputStreamReader(standardInput, Charset.defaultCharset()))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private void add(String argument) throws IOException {
        if (ADDRESS.matcher(argument).matches()) {
            addAddress(argument);
        } else if (Files.exists(Path.of(argument), LinkOption.NOFOLLOW_LINKS) || !Glob.isGlob(argument)) {
            addFileOrDirectory(Path.of(argument));
        } else {
            addMatching(argument);
        }
    }

    private void addAddress(String argument) {
        URI address = URI.create(argument);
        if (address.getHost() == null) {
            throw new IllegalArgumentException("the address %s has no host".formatted(argument));
        }
        found.add(Input.web(address));
    }

    private void addFileOrDirectory(Path path) throws IOException {
        if (Files.notExists(path)) {
            throw new IllegalArgumentException("there is no file or directory " + path);
        }
        if (Files.isDirectory(path)) {
            Files.walkFileTree(path, new Collector(any -> true));
        } else {
            found.add(Input.file(path));
        }
    }

    private void addMatching(String pattern) throws IOException {
        int before = found.size();
        Glob glob = Glob.of(pattern);
        Files.walkFileTree(
                glob.base(),
                EnumSet.noneOf(FileVisitOption.class),
                glob.depth(),
                new Collector(glob.matcher()::matches));
        if (found.size() == before) {
            throw new IllegalArgumentException("no file matches " + pattern);
        }
    }

    private final class Collector extends SimpleFileVisitor<Path> {

        private final Predicate<Path> wanted;

        Collector(Predicate<Path> wanted) {
            this.wanted = wanted;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (wanted.test(file) && attributes.isDirectory()) {
                addFileOrDirectory(file);
            } else if (wanted.test(file) && Files.isRegularFile(file)) {
                found.add(Input.file(file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable.put(Input.file(file), failure);
            return FileVisitResult.CONTINUE;
        }
    }
}
