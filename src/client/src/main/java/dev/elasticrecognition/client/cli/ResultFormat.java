package dev.elasticrecognition.client.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.json.Json;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How results are written to standard output. */
enum ResultFormat {

    /** File, label and confidence of what has its label, separated by tabs. */
    TEXT {
        @Override
        Optional<String> line(Result result, Optional<String> expected) {
            return Optional.of(result)
                    .filter(any -> any.status() == Result.Status.SUCCEEDED)
                    .map(any ->
                            "%s\t%s\t%s".formatted(printable(any.file()), printable(any.label()), any.confidence()));
        }
    },

    /** A row for each image, below a row of headers. */
    CSV {
        @Override
        Optional<String> header() {
            return Optional.of("file,status,label,confidence,expected,id,problem");
        }

        @Override
        Optional<String> line(Result result, Optional<String> expected) {
            var line = new StringWriter();
            CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(line)
                    .writeRecord(
                            plain(result.file()),
                            statusOf(result),
                            plain(result.label()),
                            result.confidence(),
                            plain(expected.orElse("")),
                            result.id(),
                            plain(result.why()));
            return Optional.of(line.toString().stripTrailing());
        }
    },

    /** A document for each image, one a line. */
    JSON {
        @Override
        Optional<String> line(Result result, Optional<String> expected) {
            var document = Json.createObjectBuilder(result.document());
            expected.ifPresent(label -> document.add("expected", label));
            return Optional.of(document.build().toString());
        }
    };

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    Optional<String> header() {
        return Optional.empty();
    }

    /** One line without its end, for each image that has one. */
    abstract Optional<String> line(Result result, Optional<String> expected);

    /** A line stays one line with its columns, and a terminal gets no commands, whatever a file is called. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static String statusOf(Result result) {
        return result.document().getString("status");
    }

    /** A spreadsheet takes no text for a formula. */
    private static String plain(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
