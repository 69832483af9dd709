package dev.elasticrecognition.simulator.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scores as a table, a contender a row.
 *
 * @param objective heads the column of the share in time
 */
public record Table(Duration objective, List<Score> scores) {

    /** How a table is written. */
    public enum Format {
        /** Aligned by spaces. */
        TEXT,
        /** For documents. */
        MARKDOWN,
        /** Comma-separated values. */
        CSV
    }

    public Table {
        scores = List.copyOf(scores);
    }

    /** The whole table, each row ending with a line break. */
    public String in(Format format) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(heading());
        scores.forEach(score -> rows.add(row(score)));
        return switch (format) {
            case TEXT -> aligned(rows, "  ");
            case MARKDOWN -> markdown(rows);
            case CSV -> lines(rows.stream().map(row -> String.join(",", row)).toList());
        };
    }

    private List<String> heading() {
        return List.of(
                "policy",
                "p50 s",
                "p95 s",
                "p99 s",
                "max s",
                "within " + seconds(objective) + " s %",
                "instance-hours",
                "of pure work",
                "launches",
                "busy kills",
                "unanswered");
    }

    private static List<String> row(Score score) {
        return List.of(
                score.name(),
                seconds(score.p50()),
                seconds(score.p95()),
                seconds(score.p99()),
                seconds(score.max()),
                decimal("%.2f", 100 * score.inTime()),
                decimal("%.2f", score.hours()),
                decimal("%.1f", score.ratio()),
                decimal("%.0f", score.launches()),
                Integer.toString(score.busyKills()),
                Integer.toString(score.unanswered()));
    }

    private static String seconds(Duration wait) {
        return decimal("%.1f", wait.toNanos() / 1e9);
    }

    private static String decimal(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }

    private static String markdown(List<List<String>> rows) {
        List<List<String>> ruled = new ArrayList<>(rows);
        ruled.add(1, rows.get(0).stream().map(any -> "---:").toList());
        return lines(ruled.stream()
                .map(row -> "| " + String.join(" | ", row) + " |")
                .map(row -> row.replaceFirst("^\\| ---: \\|", "| --- |"))
                .toList());
    }

    private static String aligned(List<List<String>> rows, String gap) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return lines(rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> padded(row.get(column), widths[column], column == 0))
                        .collect(Collectors.joining(gap)))
                .toList());
    }

    private static String padded(String text, int width, boolean left) {
        String padding = " ".repeat(width - text.length());
        return left ? text + padding : padding + text;
    }

    private static String lines(List<String> rows) {
        return rows.stream().map(row -> row + System.lineSeparator()).collect(Collectors.joining());
    }
}
