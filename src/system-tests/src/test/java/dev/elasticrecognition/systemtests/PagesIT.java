package dev.elasticrecognition.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all pages have in common. */
@OnRunningSystem
@ExtendWith(Browser.Provider.class)
class PagesIT {

    private static final Pattern ASSET = Pattern.compile("\"(/assets/[^\"]+)\"");

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
    void thePageForUploadsIsAtTheRoot() {
        try (Visit visit = browser.visit(system)) {
            visit.page().navigate("/");

            assertThat(visit.page()).hasTitle(Pattern.compile("Elastic Recognition"));
            assertThat(visit.page().getByRole(AriaRole.NAVIGATION)).containsText("History");
            visit.look("upload");
        }
    }

    @Test
    void whatIsNotThereIsSaidToPeopleOnAPage() {
        try (Visit visit = browser.visit(system).expecting("status of 404")) {
            assertThat(visit.page().navigate("/nowhere").status()).isEqualTo(404);

            assertThat(visit.page().getByRole(AriaRole.HEADING)).hasText("There is nothing here");
            visit.look("sorry");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/sorry",
                "/upload.xhtml",
                "/WEB-INF/templates/page.xhtml",
                "/WEB-INF/assets/style.css"
            })
    void whatIsNotThereOrNobodysBusinessIsSaidToAll(String path) {
        Rest.Answer page = rest.with("Accept", "text/html,*/*;q=0.8").get(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("There is nothing here").doesNotContain("ui:composition");
    }

    @Test
    void darkColoursAreRemembered() {
        try (Visit visit = browser.visit(system)) {
            Page page = visit.page();
            page.navigate("/");
            Locator dark = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dark colours"));
            assertThat(dark).hasAttribute("aria-pressed", "false");
            Object light = ground(page);

            dark.click();
            page.reload();

            assertThat(dark).hasAttribute("aria-pressed", "true");
            assertThat(ground(page)).isNotEqualTo(light);
        }
    }

    @Test
    void theKeyboardReachesTheContentAtOnce() {
        try (Visit visit = browser.visit(system)) {
            visit.page().navigate("/");

            visit.page().keyboard().press("Tab");
            assertThat(visit.page().getByText("Skip to the content")).isFocused();
            visit.page().keyboard().press("Enter");

            assertThat(visit.page().getByRole(AriaRole.MAIN)).isFocused();
        }
    }

    @Test
    void whatPagesAreMadeOfIsKeptForEverAndPagesArent() {
        Rest.Answer page = rest.get("/");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.http().headers().map()).doesNotContainKey("set-cookie");

        List<String> assets = ASSET.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(assets).anyMatch(asset -> asset.endsWith(".css")).anyMatch(asset -> asset.endsWith(".js"));
        for (String asset : assets) {
            assertThat(rest.get(asset).status()).as(asset).isEqualTo(200);
            assertThat(rest.get(asset).header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            Rest.Answer ofAnotherRelease = rest.get(asset.replaceFirst("/assets/[^/]+/", "/assets/0123456789abcdef/"));
            assertThat(ofAnotherRelease.body()).isEqualTo(rest.get(asset).body());
            assertThat(ofAnotherRelease.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void pagesAreOnlyRead() {
        assertThat(rest.call("HEAD", "/upload", "").status()).isEqualTo(200);
        for (String method : List.of("POST", "PUT", "DELETE")) {
            Rest.Answer refused = rest.call(method, "/upload", "");
            assertThat(refused.status()).isEqualTo(405);
            assertThat(refused.header("Allow")).isEqualTo("GET, HEAD");
        }
    }

    @Test
    void aPageIsSmallAndQuick() {
        try (Visit visit = browser.visit(system)) {
            assertThat(visit.millisUntilSomethingIsSeen("/"))
                    .as("milliseconds until something is seen")
                    .isLessThan(Visit.SLOWEST_MILLIS);
            assertThat(visit.bytes()).as("bytes").isBetween(1000.0, 300_000.0);
        }
    }

    private static Object ground(Page page) {
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
