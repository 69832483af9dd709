package dev.elasticrecognition.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see and do in a browser. */
@OnRunningSystem
@ExtendWith(Browser.Provider.class)
class ConsoleIT {

    private static final String SETTINGS = "/api/fleet/settings";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BURST = 30;

    private static RunningSystem system;
    private static Browser browser;
    private static Rest operator;
    private static JsonObject settingsBefore;

    @BeforeAll
    static void enter(RunningSystem running, Browser shared) {
        system = running;
        browser = shared;
        operator = new Rest(running).as("operator", running.password());
        settingsBefore = operator.get(SETTINGS).json();
    }

    @AfterAll
    static void leaveAsFound() {
        operator.call("DELETE", "/api/fleet/manual-capacity", "");
        change(settingsBefore);
    }

    @Test
    void signingInNeedsNoScriptsAndTellsWhoIsWrong() {
        try (Visit visit = browser.visit(system.frontEnd(), options -> options.setJavaScriptEnabled(false))) {
            Page page = visit.page();
            page.navigate("/console/fleet");
            assertThat(page).hasTitle(Pattern.compile("Sign in"));

            visit.signIn("a guess");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("isn’t right");
            assertThat(page.getByLabel("Password")).isEmpty();

            visit.signIn(system.password());
            assertThat(page).hasURL(Pattern.compile("/console/fleet$"));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Fleet"))
                            .first())
                    .isVisible();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("You have signed out");
            page.navigate("/console");
            assertThat(page).hasURL(Pattern.compile("/console/login"));
        }
    }

    @Test
    void whoseSessionIsOverIsToldSoAndGetsBack() throws IOException {
        try (Visit visit = signedIn("/console/health").expecting("status of 401")) {
            endAllSessions();

            assertThat(visit.page().getByRole(AriaRole.ALERT))
                    .containsText("Your session is over", containedWithin(Duration.ofSeconds(30)));
            visit.look("console-login");
            visit.signIn(system.password());

            assertThat(visit.page()).hasURL(Pattern.compile("/console/health$"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fleet", "decisions", "settings", "health"})
    void everyPageIsForEverybody(String name) {
        try (Visit visit = signedIn("/console/" + name)) {
            visit.look("console-" + name);
        }
    }

    @Test
    void aBurstIsSeenAsItComesAndGoes() throws ExecutionException, InterruptedException {
        change(Json.createObjectBuilder(settingsBefore)
                .add("scaleInWindow", "PT0S")
                .add("policy", "backlog-per-instance")
                .add("backlogPerInstance", BURST / 4)
                .build());
        try (Visit visit = signedIn("/console")) {
            Page page = visit.page();
            Locator actual = page.locator("#actual");
            assertThat(actual).hasText("0", textWithin(PATIENCE));

            new Clients(BURST, attempt -> operator.with("Cache-Control", "no-cache")).upload(BURST);

            assertThat(page.locator("#backlog")).not().hasText("0", textWithin(Duration.ofSeconds(20)));
            assertThat(actual).not().hasText("0", textWithin(Duration.ofSeconds(20)));
            assertThat(page.locator(".chart canvas")).hasCount(4);
            visit.look("console-now");
            assertThat(page.locator("#ledger")).containsText("0 waiting", containedWithin(PATIENCE));
            assertThat(addsUp(page.locator("#ledger").innerText())).isTrue();
            assertThat(actual).hasText("0", textWithin(PATIENCE));
            assertThat(page.locator("#backlog")).hasText("0");
        } finally {
            change(settingsBefore);
        }
    }

    @Test
    void anInstanceIsDrainedAfterItWasConfirmed() {
        try (Visit visit = signedIn("/console/settings")) {
            Page page = visit.page();
            page.locator("#capacity").fill("1");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Set").setExact(true))
                    .click();
            assertThat(page.locator("#said")).containsText("The capacity is set");

            page.navigate("/console/fleet");
            Locator ready = page.locator(".instances li", new Page.LocatorOptions().setHasText("ready"))
                    .first();
            assertThat(ready)
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout((double) PATIENCE.toMillis()));
            String id = ready.getAttribute("id");
            ready.getByRole(AriaRole.BUTTON).first().click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText(id);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel"))
                    .click();
            assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
            ready.getByRole(AriaRole.BUTTON).first().click();
            page.locator("#confirm-yes").click();

            assertThat(page.locator("#said")).containsText(id + " is being drained");
            assertThat(page.locator("#" + id))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout((double) PATIENCE.toMillis()));
            page.navigate("/console/settings");
            assertThat(page.locator("#audit")).containsText(id);
        } finally {
            operator.call("DELETE", "/api/fleet/manual-capacity", "");
        }
    }

    @Test
    void ofTwoOperatorsAtOnceTheSecondIsToldWhatTheFirstHasChanged() {
        try (Visit first = signedIn("/console/settings");
                Visit second = signedIn("/console/settings").expecting("status of 412")) {
            first.page().locator("#scaling-headroom").fill("2");
            second.page().locator("#scaling-objective").fill("7.5");
            save(first.page());
            assertThat(first.page().locator("#said")).containsText("The settings are changed");

            save(second.page());
            assertThat(second.page().locator("#scaling .changed"))
                    .containsText("operator has changed these settings meanwhile");
            assertThat(second.page().locator("#scaling .changed")).containsText("Headroom");
            assertThat(second.page().locator("#scaling-headroom")).hasValue("2");
            save(second.page());
            assertThat(second.page().locator("#said")).containsText("The settings are changed");

            JsonObject settings = operator.get(SETTINGS).json();
            assertThat(settings.getJsonNumber("headroom").doubleValue()).isEqualTo(2);
            assertThat(settings.getString("objective")).isEqualTo("PT7.5S");
            assertThat(second.page().locator("#audit")).containsText("headroom");
        } finally {
            change(settingsBefore);
        }
    }

    @Test
    void whatWouldHaveBeenIsShownBesideWhatWas() {
        new Rest(system)
                .with("Cache-Control", "no-cache")
                .form("?wait=60", "image", "rocket.jpg", Pictures.bytes("rocket.jpg"));
        String question = Json.createObjectBuilder()
                .add("settings", settingsBefore)
                .build()
                .toString();
        await().atMost(PATIENCE)
                .until(() ->
                        operator.call("POST", "/api/fleet/what-if", question).status() == 200);
        try (Visit visit = signedIn("/console/what-if")) {
            Page page = visit.page();
            page.locator("#proposed-minimum").fill("2");
            Instant asked = Instant.now();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try them"))
                    .click();

            assertThat(page.locator("#h-answer")).isFocused();
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(page.locator("#comparison tr")).hasCount(6);
            assertThat(page.locator("#answer .chart canvas")).hasCount(2);
            visit.look("console-what-if");
        }
    }

    @Test
    void whatMakesNoSenseIsToldBesideItsField() {
        try (Visit visit = signedIn("/console/settings").expecting("status of 422")) {
            Page page = visit.page();
            page.locator("#scaling-minimum").fill("2");
            page.locator("#scaling-maximum").fill("1");
            save(page);

            assertThat(page.locator("#scaling-maximum-error")).containsText("must not be below the minimum");
            assertThat(page.locator("#scaling-maximum")).isFocused();
            assertThat(page.locator("#scaling-maximum")).hasAttribute("aria-invalid", "true");
            assertThat(operator.get(SETTINGS).json()).isEqualTo(settingsBefore);
        }
    }

    @Test
    void whoLosesTheConnectionIsToldHowOldIsWhatHeSees() {
        try (Visit visit = signedIn("/console").expecting("ERR_INTERNET_DISCONNECTED")) {
            visit.context().setOffline(true);
            assertThat(visit.page().locator("#connection"))
                    .containsText("The connection is lost", containedWithin(Duration.ofSeconds(15)));

            visit.context().setOffline(false);

            assertThat(visit.page().locator("#connection"))
                    .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(40_000));
        }
    }

    @Test
    void theConsoleIsSmallAndQuick() {
        try (Visit visit = signedIn("/console")) {
            assertThat(visit.millisUntilSomethingIsSeen("/console"))
                    .as("milliseconds until something is seen")
                    .isLessThan(Visit.SLOWEST_MILLIS);
            assertThat(visit.bytes()).as("bytes").isBetween(1000.0, 300_000.0);
        }
    }

    private static Visit signedIn(String path) {
        Visit visit = browser.visit(system);
        visit.page().navigate(path);
        visit.signIn(system.password());
        assertThat(visit.page()).hasURL(Pattern.compile(path + "$"));
        assertThat(visit.page().locator("#seen")).isVisible();
        return visit;
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
    }

    private static LocatorAssertions.HasTextOptions textWithin(Duration time) {
        return new LocatorAssertions.HasTextOptions().setTimeout((double) time.toMillis());
    }

    private static LocatorAssertions.ContainsTextOptions containedWithin(Duration time) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout((double) time.toMillis());
    }

    private static boolean addsUp(String equation) {
        long[] numbers = Pattern.compile("[\\d,]+")
                .matcher(equation)
                .results()
                .mapToLong(number -> Long.parseLong(number.group().replace(",", "")))
                .toArray();
        return numbers.length == 4 && numbers[0] == numbers[1] + numbers[2] + numbers[3];
    }

    private static void endAllSessions() throws IOException {
        try (Stream<Path> sessions = Files.list(system.cloud().resolve("s3/elastic-control/sessions"))) {
            for (Path session : sessions.toList()) {
                Files.deleteIfExists(session);
            }
        }
    }

    private static void change(JsonObject settings) {
        String tag = operator.get(SETTINGS).header("ETag");
        assertThat(operator.with("If-Match", tag)
                        .call("PUT", SETTINGS, settings.toString())
                        .status())
                .isEqualTo(200);
    }
}
