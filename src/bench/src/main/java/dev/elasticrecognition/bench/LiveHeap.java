package dev.elasticrecognition.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is alive in the heap of another JVM, as its JDK's {@code jcmd} tells it. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final double MEGABYTE = 1e6;

    private LiveHeap() {}

    /**
     * Collects all garbage there and tells what is left, in megabytes.
     *
     * @throws IOException if the JVM doesn't answer
     */
    static double of(ProcessHandle jvm) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(jvm.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IOException("The heap of process %d can't be looked at: %s".formatted(jvm.pid(), histogram));
        }
        return Long.parseLong(total.group(1)) / MEGABYTE;
    }
}
