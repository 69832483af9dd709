package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.Recognition;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Prints what became of each file, as it becomes known by whatever thread, and counts. */
final class Report {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Progress progress;
    private final long start = System.nanoTime();
    private int classified;
    private int failed;

    Report(PrintWriter out, PrintWriter err, Progress progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    synchronized void succeeded(Path file, Recognition.Succeeded result) {
        classified++;
        String confidence = String.format(Locale.ROOT, "%.4f", result.confidence());
        line(out, "%s\t%s\t%s".formatted(printable(file), printable(result.label()), confidence));
    }

    synchronized void failed(Path file, String why) {
        failed++;
        line(err, "%s\t%s".formatted(printable(file), printable(why)));
    }

    synchronized boolean hasFailures() {
        return failed > 0;
    }

    synchronized void summary() {
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        err.println(String.format(Locale.ROOT, "%d classified, %d failed, in %.1f s", classified, failed, seconds));
    }

    private void line(PrintWriter writer, String text) {
        progress.wipe();
        writer.println(text);
        writer.flush();
        progress.step();
    }

    /** A line stays one line with its columns, and a terminal gets no commands, whatever a file is called. */
    private static String printable(Object text) {
        return text.toString().replaceAll("\\p{Cntrl}", "?");
    }
}
