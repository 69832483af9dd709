package dev.elasticrecognition.client.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A report as one file for a browser, with everything in it that it needs. */
public final class HtmlPage {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z.-]+)}}");

    private HtmlPage() {}

    /** The file's text, for UTF-8. */
    public static String of(LoadReport report) {
        Map<String, String> texts = Map.of(
                "load", escaped(report.load()),
                "lines", lines(report.lines()),
                "data", report.json().toString().replace("<", "\\u003c"),
                "uPlot.min.css", resource("uPlot.min.css"),
                "uPlot.iife.min.js", resource("uPlot.iife.min.js"),
                "charts.js", resource("charts.js"));
        // In one pass, so that no text can name another place.
        return PLACE.matcher(resource("report.html"))
                .replaceAll(place -> Matcher.quoteReplacement(texts.get(place.group(1))));
    }

    private static String lines(Map<String, String> lines) {
        return lines.entrySet().stream()
                .map(line -> "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                        .formatted(escaped(line.getKey()), escaped(line.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The build left out " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
