package dev.elasticrecognition.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Everything that was measured, as Markdown and, made from it, as a page for a browser. */
record Report(List<Section> sections) {

    private static final String TITLE = "What was measured";
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    Report {
        sections = List.copyOf(sections);
    }

    String markdown() {
        return sections.stream()
                .map(Section::markdown)
                .collect(Collectors.joining("%n".formatted(), "# %s%n%n".formatted(TITLE), ""));
    }

    /** One file that needs nothing else. */
    String html() throws IOException {
        String body = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .build()
                .render(Parser.builder().extensions(TABLES).build().parse(markdown()));
        try (InputStream page = Report.class.getResourceAsStream("report.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{title}}", TITLE)
                    .replace("{{body}}", body);
        }
    }

    /**
     * Writes {@code NAME.md} and {@code NAME.html}.
     *
     * @param name a path without the ending
     */
    void write(Path name) throws IOException {
        Files.writeString(name.resolveSibling(name.getFileName() + ".md"), markdown());
        Files.writeString(name.resolveSibling(name.getFileName() + ".html"), html());
    }
}
