package dev.elasticrecognition.bench;

import java.util.Locale;

/** The rows of a table in Markdown. Each ends with a line break. */
final class Table {

    private Table() {}

    static String heading() {
        return "| | images/s | CPU-ms per image |%n| --- | ---: | ---: |%n".formatted();
    }

    static String row(Row row) {
        Measured measured = row.measured();
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.2f |%n",
                row.name(),
                measured.imagesPerSecond(),
                measured.cpuMillisPerImage());
    }
}
