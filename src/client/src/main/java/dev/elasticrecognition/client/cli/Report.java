package dev.elasticrecognition.client.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prints what became of each image, and counts. */
final class Report {

    private static final Set<Result.Status> MAY_STILL_COME =
            EnumSet.of(Result.Status.WAITING, Result.Status.UNANSWERED);

    private final ResultFormat format;
    private final Optional<KnownLabels> known;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Progress progress;
    private final Accuracy accuracy = new Accuracy();
    private final Map<Result.Status, Integer> counts = new EnumMap<>(Result.Status.class);
    private final long start = System.nanoTime();
    private int notSent;

    Report(ResultFormat format, Optional<KnownLabels> known, PrintWriter out, PrintWriter err, Progress progress) {
        this.format = format;
        this.known = known;
        this.out = out;
        this.err = err;
        this.progress = progress;
        format.header().ifPresent(out::println);
    }

    void add(Input input, Result result) {
        Optional<String> expected = known.flatMap(labels -> labels.of(input));
        expected.ifPresent(label -> accuracy.count(result, label));
        counts.merge(result.status(), 1, Integer::sum);
        progress.wipe();
        format.line(result, expected).ifPresent(out::println);
        out.flush();
        if (result.status() != Result.Status.SUCCEEDED) {
            err.println(ResultFormat.printable(result.file()) + "\t" + ResultFormat.printable(result.why()));
            err.flush();
        }
        progress.step();
    }

    /** So many images are left, because there was no use in going on. */
    void notSent(int images) {
        notSent = images;
    }

    /** Whether some image has no result yet that asking again could bring. */
    boolean isUnfinished() {
        return notSent > 0 || MAY_STILL_COME.stream().anyMatch(counts::containsKey);
    }

    boolean hasFailures() {
        return counts.containsKey(Result.Status.FAILED) || counts.containsKey(Result.Status.UNREADABLE);
    }

    /** The share of expected labels that came, from 0 to 1. */
    double topOne() {
        return accuracy.topOne();
    }

    void summary() {
        int classified = counts.getOrDefault(Result.Status.SUCCEEDED, 0);
        int others = counts.values().stream().mapToInt(Integer::intValue).sum() - classified;
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        String left = notSent > 0 ? ", %d not sent".formatted(notSent) : "";
        err.println(
                String.format(Locale.ROOT, "%d classified, %d failed%s, in %.1f s", classified, others, left, seconds));
        known.ifPresent(labels -> err.println("accuracy: " + accuracy));
        err.flush();
    }
}
