package dev.elasticrecognition.bench;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of the report.
 *
 * @param text in Markdown, with a line break at the end
 */
record Section(String title, String text) {

    /**
     * A section with a table.
     *
     * @param explanation what stands above it
     * @param heading the names of the columns; all but the first hold numbers
     * @param rows as many cells each as the heading
     */
    static Section of(String title, String explanation, List<String> heading, List<List<String>> rows) {
        String numbers = String.join("|", Collections.nCopies(heading.size() - 1, " ---: "));
        String table = rows.stream().map(Section::line).collect(Collectors.joining());
        return new Section(title, "%s%n%n%s| --- |%s|%n%s".formatted(explanation, line(heading), numbers, table));
    }

    String markdown() {
        return "## %s%n%n%s".formatted(title, text);
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |%n".formatted()));
    }
}
