package dev.elasticrecognition.client.cli;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.Pattern;

/**
 * A pattern of file names, for whoever keeps the shell from expanding it: {@code *}, {@code ?}, {@code [abc]} and {@code {a,b}}
 * within a name, {@code **} across directories.
 *
 * @param base the directory below which files can match
 * @param matcher matches whole paths
 * @param depth how many directories below the base files can match
 */
record Glob(Path base, PathMatcher matcher, int depth) {

    private static final Pattern META = Pattern.compile("[*?\\[{]");

    static boolean isGlob(String argument) {
        return META.matcher(argument).find();
    }

    static Glob of(String pattern) {
        Path path = Path.of(pattern);
        int names = path.getNameCount();
        int plain = 0;
        while (plain < names && !isGlob(path.getName(plain).toString())) {
            plain++;
        }
        Path root = path.getRoot() == null ? Path.of("") : path.getRoot();
        Path base = plain == 0 ? root : root.resolve(path.subpath(0, plain));
        return new Glob(
                base,
                FileSystems.getDefault().getPathMatcher("glob:" + path),
                pattern.contains("**") ? Integer.MAX_VALUE : names - plain);
    }
}
