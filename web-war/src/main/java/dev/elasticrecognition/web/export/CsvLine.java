package dev.elasticrecognition.web.export;

import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.results.RecognitionDocument;
import dev.elasticrecognition.web.results.RecognitionDocument.TimingsDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A line of a table in CSV (RFC 4180). No spreadsheet takes a text in it for a formula. */
final class CsvLine {

    /** The names of the columns. */
    static final String HEADER = String.join(
                    ",",
                    "id",
                    "status",
                    "fileName",
                    "label",
                    "classIndex",
                    "confidence",
                    "model",
                    "submittedAt",
                    "answeredAt",
                    "waiting",
                    "fetching",
                    "decoding",
                    "inference",
                    "problem",
                    "detail")
            + "\r\n";

    private final List<String> cells = new ArrayList<>();

    private CsvLine() {}

    /** A request; what there isn't of it is empty. */
    static String of(RecognitionDocument request) {
        Optional<TimingsDocument> timings = Optional.ofNullable(request.timings());
        Optional<ProblemDocument> problem = Optional.ofNullable(request.problem());
        return new CsvLine()
                .text(request.id())
                .text(request.status())
                .text(request.fileName())
                .text(request.label())
                .number(request.classIndex())
                .number(request.confidence())
                .text(request.model())
                .text(request.submittedAt())
                .text(request.answeredAt())
                .number(timings.map(TimingsDocument::waiting).orElse(null))
                .number(timings.map(TimingsDocument::fetching).orElse(null))
                .number(timings.map(TimingsDocument::decoding).orElse(null))
                .number(timings.map(TimingsDocument::inference).orElse(null))
                .text(problem.map(ProblemDocument::type).orElse(null))
                .text(problem.map(ProblemDocument::detail).orElse(null))
                .end();
    }

    private CsvLine number(Number value) {
        cells.add(Objects.toString(value, ""));
        return this;
    }

    /** Spreadsheets see formulas in what begins with one of these signs, but not behind an apostrophe. */
    private CsvLine text(String value) {
        String text = Objects.toString(value, "");
        String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        cells.add(harmless.matches("(?s).*[,\"\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless);
        return this;
    }

    private String end() {
        return String.join(",", cells) + "\r\n";
    }
}
