package dev.elasticrecognition.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages for somebody with photographs. */
@OnRunningSystem
@ExtendWith(Browser.Provider.class)
class PhotographsIT {

    private static final int PATIENCE_MILLIS = 90_000;
    private static final String SENDING = "**/api/recognitions";
    private static final String EVENTS = "**/api/recognitions/events?*";

    private static RunningSystem system;
    private static Browser browser;
    private static Rest rest;

    @BeforeAll
    static void enter(RunningSystem running, Browser shared) {
        system = running;
        browser = shared;
        rest = new Rest(running);
    }

    @Test
    void tenPhotographsAndABadFileAreAnsweredBesideEachOther() {
        try (Visit visit = browser.visit(system).expecting("status of 415")) {
            Page page = visit.page();
            page.navigate("/");
            List<String> names = List.of(
                    "rocket.jpg",
                    "china.jpg",
                    "flower.jpg",
                    "rocket-gray.jpg",
                    "rocket-alpha.png",
                    "rocket-orientation-6.jpg",
                    "rocket-lossy.webp",
                    "rocket.gif",
                    "rocket-palette.bmp",
                    "rocket-progressive.jpg");
            Stream<FilePayload> bad = Stream.of(file("notes.txt", "no picture".getBytes(StandardCharsets.UTF_8)));

            choose(page, Stream.concat(names.stream().map(name -> file(name, Pictures.anew(name))), bad));

            answered(page, 10);
            assertThat(card(page, "notes.txt")).containsText("no picture of a kind that can be recognised");
            assertThat(card(page, "rocket.jpg").locator(".label")).hasText("drilling platform");
            assertThat(card(page, "rocket.jpg").locator("meter")).hasCount(5);
            assertThat(card(page, "rocket.jpg")).containsText("Took");
            assertThat(page.locator("#news")).not().isEmpty();
            visit.look("photographs");
        }
    }

    @Test
    void whoReloadsInTheMiddleMissesNothing() {
        try (Visit visit = browser.visit(system).expecting("ERR_FAILED")) {
            Page page = visit.page();
            page.navigate("/");
            page.route(EVENTS, Route::abort);
            choose(page, fresh("rocket.jpg", "china.jpg", "flower.jpg"));
            assertThat(page.locator(".details:visible")).hasCount(3, patiently());
            assertThat(page.getByText("Recognised")).hasCount(0);
            assertThat(page.getByText("The connection is lost")).isVisible();

            page.unroute(EVENTS);
            page.reload();

            answered(page, 3);
            assertThat(card(page, "china.jpg").locator(".label")).hasText("palace");
        }
    }

    @Test
    void aConnectionThatIsCutLosesNothing() {
        try (Visit visit = browser.visit(system).expecting("ERR_INTERNET_DISCONNECTED")) {
            Page page = visit.page();
            page.navigate("/");
            visit.context().setOffline(true);
            choose(page, fresh("rocket.jpg", "china.jpg", "flower.jpg"));
            assertThat(page.getByText("Trying again")).hasCount(3);

            visit.context().setOffline(false);

            answered(page, 3);
        }
    }

    @Test
    void whatIsSentAgainAfterALostAnswerIsOneRequest() {
        try (Visit visit = browser.visit(system).expecting("ERR_FAILED")) {
            Page page = visit.page();
            page.navigate("/");
            AtomicInteger times = new AtomicInteger();
            page.route(SENDING, route -> {
                if (times.getAndIncrement() == 0) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            String name = "once-" + System.nanoTime() + ".jpg";

            choose(page, Stream.of(file(name, Pictures.anew("rocket.jpg"))));

            answered(page, 1);
            assertThat(times).hasValue(2);
            assertThat(rest.get("/api/recognitions?limit=100").body().split(Pattern.quote(name), -1))
                    .hasSize(2);
        }
    }

    @Test
    void whileTheServiceIsBusyItIsTriedAgain() {
        try (Visit visit = browser.visit(system).expecting("status of 503")) {
            Page page = visit.page();
            page.navigate("/");
            AtomicInteger times = new AtomicInteger();
            page.route(SENDING, route -> {
                if (times.getAndIncrement() == 0) {
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(503)
                            .setHeaders(Map.of("Retry-After", "1", "Content-Type", "application/problem+json"))
                            .setBody("{\"type\": \"urn:problem-type:elastic-recognition:overloaded\"}"));
                } else {
                    route.resume();
                }
            });

            choose(page, fresh("rocket.jpg"));

            answered(page, 1);
            assertThat(times).hasValue(2);
        }
    }

    @Test
    void theKeyboardChoosesFiles() {
        try (Visit visit = browser.visit(system)) {
            Page page = visit.page();
            page.navigate("/");
            Locator files = page.getByLabel("Choose photographs");
            for (int tab = 0;
                    tab < 20 && !(boolean) files.evaluate("input => input === document.activeElement");
                    tab++) {
                page.keyboard().press("Tab");
            }

            assertThat(files).isFocused();
            // A busy browser may overlook a key.
            FileChooser chooser = await().pollInSameThread()
                    .atMost(Duration.ofMillis(PATIENCE_MILLIS))
                    .ignoreException(TimeoutError.class)
                    .until(
                            () -> page.waitForFileChooser(
                                    new Page.WaitForFileChooserOptions().setTimeout(5000),
                                    () -> page.keyboard().press("Enter")),
                            Objects::nonNull);
            chooser.setFiles(new FilePayload[] {file("rocket.jpg", Pictures.bytes("rocket.jpg"))});

            answered(page, 1);
        }
    }

    @Test
    void droppedAndPastedFilesAreTakenToo() {
        try (Visit visit = browser.visit(system)) {
            Page page = visit.page();
            page.navigate("/");

            page.dispatchEvent("main", "drop", Map.of("dataTransfer", transfer(page, "dropped.jpg")));
            page.evaluate(
                    "transfer => document.body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: transfer,"
                            + " bubbles: true}))",
                    transfer(page, "pasted.jpg"));

            answered(page, 2);
            assertThat(card(page, "dropped.jpg").locator(".label")).hasText("drilling platform");
            assertThat(card(page, "pasted.jpg").locator(".label")).hasText("drilling platform");
        }
    }

    @Test
    void withoutScriptsAFormIsSentAndItsResultsAreShown() {
        try (Visit visit = browser.visit(system.frontEnd(), options -> options.setJavaScriptEnabled(false))) {
            Page page = visit.page();
            page.navigate("/");
            page.getByLabel("Choose photographs")
                    .setInputFiles(Stream.concat(
                                    fresh("rocket.jpg", "china.jpg"),
                                    Stream.of(file("<b>notes.txt", "no picture".getBytes(StandardCharsets.UTF_8))))
                            .toArray(FilePayload[]::new));

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                    .click();

            answered(page, 2);
            assertThat(page).hasURL(Pattern.compile("/results\\?id="));
            assertThat(page.locator(".label")).hasText(new String[] {"drilling platform", "palace"});
            assertThat(page.locator(".note.bad li")).hasText(Pattern.compile("<b>notes.txt: .*no picture of a kind"));
            try (Visit another = browser.visit(system)) {
                another.page().navigate(page.url());
                another.look("results");
            }
        }
    }

    @Test
    void aFormWithoutPicturesComesBackWithTheReason() {
        Rest.Answer answer = rest.with("Accept", "text/html,*/*;q=0.8").form("", "other", List.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(system.frontEnd() + "/?problem=image-missing");
        assertThat(rest.get("/?problem=image-missing").body()).contains("Choose at least one");
        assertThat(rest.get("/?problem=%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void aRequestHasAPageOfItsOwn() {
        try (Visit visit = browser.visit(system)) {
            Page page = visit.page();
            page.navigate("/");
            choose(page, fresh("rocket-orientation-6.jpg"));
            answered(page, 1);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Details"))
                    .click();

            assertThat(page).hasURL(Pattern.compile("/recognition\\?id="));
            assertThat(page.locator(".label")).hasText("drilling platform");
            assertThat(page.locator("meter")).hasCount(5);
            assertThat(page.locator(".legend li")).hasCount(5);
            page.getByText("For programs", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("pre")).containsText("\"status\": \"succeeded\"");
            assertThat((int) page.locator(".picture img").evaluate("image => image.naturalWidth"))
                    .as("a picture that was stored upright, and shows a broad one")
                    .isGreaterThan((int) page.locator(".picture img").evaluate("image => image.naturalHeight"));
            visit.look("recognition");
        }
    }

    @Test
    void whatABrowserCantShowIsSaidToBeSo() {
        String id = rest.post("?wait=60", "image/tiff", Pictures.bytes("rocket-orientation-3.tif"))
                .text("id");

        assertThat(rest.get("/recognition?id=" + id).body())
                .contains("can’t show pictures of this kind")
                .doesNotContain("<img");
    }

    @Test
    void aPageOfNoRequestSaysSo() {
        for (String path : List.of("/recognition?id=none", "/recognition", "/results?id=none")) {
            assertThat(rest.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void namesAreTextWhateverIsInThem() {
        String id = rest.form("?wait=60", "image", "<img src=x onerror=alert(1)>.jpg", Pictures.bytes("rocket.jpg"))
                .text("id");

        assertThat(rest.get("/recognition?id=" + id).body())
                .contains("&lt;img src=x onerror=alert(1)&gt;.jpg")
                .doesNotContain("<img src=x");
    }

    @Test
    void whatWasSentIsRememberedFoundExportedAndForgotten() {
        try (Visit visit = browser.visit(system)) {
            Page page = visit.page();
            page.navigate("/");
            choose(
                    page,
                    Stream.concat(
                            IntStream.range(0, 21)
                                    .mapToObj(i -> file("flower-" + i + ".jpg", Pictures.bytes("flower.jpg"))),
                            fresh("rocket.jpg", "china.jpg")));
            answered(page, 23);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("History"))
                    .click();

            Locator rows = page.locator("tbody tr");
            assertThat(rows).hasCount(20);
            assertThat(page.getByText("Page 1 of 2")).isVisible();
            visit.look("history");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Older"))
                    .click();
            assertThat(rows).hasCount(3);

            page.getByLabel("Search").fill("PALACE");
            assertThat(rows).hasCount(1);
            assertThat(rows).containsText("china.jpg");
            page.getByLabel("Choose all").check();
            Download table =
                    page.waitForDownload(() -> page.getByText("Save 1 as CSV").click());
            assertThat(lines(table)).hasSize(2).last().asString().contains("china.jpg,palace");

            page.getByText("Remove from this list").click();
            assertThat(page.getByText("Nothing matches.")).isVisible();
            page.getByLabel("Search").fill("");
            assertThat(page.locator("#count")).hasText("22 in the list");
        }
    }

    @Test
    void whoHasSentNothingIsToldSo() {
        try (Visit visit = browser.visit(system)) {
            visit.page().navigate("/history");

            assertThat(visit.page().getByText("Nothing has been sent")).isVisible();
            visit.look("history-empty");
        }
    }

    private static void choose(Page page, Stream<FilePayload> files) {
        page.getByLabel("Choose photographs").setInputFiles(files.toArray(FilePayload[]::new));
    }

    private static void answered(Page page, int photographs) {
        assertThat(page.getByText("Recognised", new Page.GetByTextOptions().setExact(true)))
                .hasCount(photographs, patiently());
    }

    private static LocatorAssertions.HasCountOptions patiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static Locator card(Page page, String fileName) {
        return page.locator(".card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(fileName, new Page.GetByTextOptions().setExact(true))));
    }

    private static Stream<FilePayload> fresh(String... names) {
        return Stream.of(names).map(name -> file(name, Pictures.anew(name)));
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "", content);
    }

    /** What a browser has in hand when somebody drops or pastes a picture. */
    private static JSHandle transfer(Page page, String fileName) {
        return page.evaluateHandle(
                "([name, content]) => { const transfer = new DataTransfer(); transfer.items.add(new"
                        + " File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name)); return transfer; }",
                List.of(fileName, Base64.getEncoder().encodeToString(Pictures.anew("rocket.jpg"))));
    }

    private static List<String> lines(Download table) {
        try {
            return Files.readAllLines(table.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
