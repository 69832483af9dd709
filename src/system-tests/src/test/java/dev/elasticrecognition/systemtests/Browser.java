package dev.elasticrecognition.systemtests;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The Chromium that is installed, without a window. All tests on the {@link RunningSystem} share one; each visit is
 * somebody else's. It is for one thread at a time.
 */
final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        Path program = program();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Somebody who comes for the first time. */
    Visit visit(RunningSystem system) {
        return visit(system.frontEnd(), options -> {});
    }

    /** The same, at another front end. */
    Visit visit(URI frontEnd) {
        return visit(frontEnd, options -> {});
    }

    /** The same, with a browser that is set up in another way. */
    Visit visit(URI frontEnd, Consumer<com.microsoft.playwright.Browser.NewContextOptions> setUp) {
        com.microsoft.playwright.Browser.NewContextOptions options =
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(frontEnd.toString())
                        .setLocale("en-GB")
                        .setViewportSize(Visit.DESKTOP.width(), Visit.DESKTOP.height());
        setUp.accept(options);
        return new Visit(chromium.newContext(options));
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The pages are tested in a browser, and none of %s is there: install Chromium (on Debian and its kin: apt-get install chromium)"
                                .formatted(NAMES)));
    }

    /** Gives tests the browser as a parameter. */
    static final class Provider implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(Browser.class, type -> new Browser(), Browser.class);
        }
    }
}
