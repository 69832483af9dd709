package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One person's visit: a browser window with a memory of its own. Whatever the browser complains about on its console, or a
 * script fails at, makes the test fail when the visit ends.
 */
final class Visit implements AutoCloseable {

    /** A window on a desk. */
    static final Size DESKTOP = new Size("desktop", 1280, 860);

    /** A telephone. */
    static final Size PHONE = new Size("phone", 390, 844);

    /** When something of a page has to be seen, at best: other programs may take the processors now and then. */
    static final double SLOWEST_MILLIS = 300;

    private static final Path PICTURES = RunningSystem.HOME.resolve("src/system-tests/target/pages");
    private static final int QUALITY = 80;
    private static final int VIEWS = 10;
    private static final String AXE = script("/axe.min.js");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    Visit(BrowserContext context) {
        this.context = context;
        context.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        page = context.newPage();
    }

    BrowserContext context() {
        return context;
    }

    Page page() {
        return page;
    }

    /** Says that the browser will complain, and about what. */
    Visit expecting(String complaint) {
        expected.add(Pattern.compile(complaint));
        return this;
    }

    /**
     * Looks at the page as it is now, in light and in dark colours, on a desk and on a telephone: nothing may keep anybody
     * from using it (WCAG 2.2 AA, as far as a program can tell), and nothing may reach beyond a telephone's side. Leaves
     * pictures in {@code target/pages}, and the light ones where the property {@code elastic.pictures} says.
     *
     * @param name of the pictures
     */
    void look(String name) {
        for (Size size : List.of(DESKTOP, PHONE)) {
            page.setViewportSize(size.width(), size.height());
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
                picture(name, size, colours);
                requireUsable(name, size, colours);
            }
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("the width of %s on a %s", name, size.name())
                    .isLessThanOrEqualTo(size.width());
        }
        page.setViewportSize(DESKTOP.width(), DESKTOP.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Fills in the form of the page that asks who is there. */
    void signIn(String password) {
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    /**
     * Shows a page some times.
     *
     * @return after how many milliseconds something was seen, at best: other programs share the machine
     */
    double millisUntilSomethingIsSeen(String path) {
        return IntStream.range(0, VIEWS)
                .mapToDouble(view -> {
                    page.navigate(path);
                    return number("() => new Promise(seen => new PerformanceObserver(entries => {"
                            + " const paint = entries.getEntriesByName('first-contentful-paint')[0];"
                            + " if (paint) seen(paint.startTime); }).observe({type: 'paint', buffered: true}))");
                })
                .min()
                .orElseThrow();
    }

    /** How much of the page that is shown, and of all that belongs to it, goes over the wire, in bytes. */
    double bytes() {
        return number("[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)");
    }

    private double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private void requireUsable(String name, Size size, ColorScheme colours) {
        page.evaluate(AXE);
        List<?> violations = (List<?>) page.evaluate(
                "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                        + " 'wcag22aa', 'best-practice']})).violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}"
                        + " ${n.failureSummary}`))");
        assertThat(violations)
                .as("what is in the way on %s, %s, %s", name, size.name(), colours)
                .isEmpty();
    }

    private void picture(String name, Size size, ColorScheme colours) {
        String file = "%s-%s-%s".formatted(name, size.name(), colours.name().toLowerCase(Locale.ROOT));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(file + ".png"))
                .setFullPage(true));
        String documentation = System.getProperty("elastic.pictures", "");
        boolean shown = colours == ColorScheme.LIGHT;
        if (!documentation.isEmpty() && shown) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(RunningSystem.HOME.resolve(documentation).resolve(file + ".jpg"))
                    .setType(ScreenshotType.JPEG)
                    .setQuality(QUALITY));
        }
    }

    /** Ends the visit. */
    @Override
    public void close() {
        context.close();
        assertThat(complaints)
                .as("what the browser complained about")
                .allMatch(complaint -> expected.stream()
                        .anyMatch(known -> known.matcher(complaint).find()));
    }

    private static String script(String resource) {
        try (InputStream script = Visit.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A window's size in CSS pixels. */
    record Size(String name, int width, int height) {}
}
