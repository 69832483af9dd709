package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators sign in to the console, are known by their session as long as it lasts, and by nothing else. */
@OnRunningSystem
class ConsoleAccessIT {

    private static RunningSystem system;
    private static Rest anybody;

    @BeforeAll
    static void enter(RunningSystem running) {
        system = running;
        anybody = new Rest(running);
    }

    @ParameterizedTest
    @CsvSource({
        "/console, /console/login?to=%2Fconsole",
        "/console/fleet?sort=age, /console/login?to=%2Fconsole%2Ffleet%3Fsort%3Dage",
        "/console/nowhere, /console/login?to=%2Fconsole%2Fnowhere"
    })
    void whoIsNotSignedInIsSentThereAndBack(String page, String login) {
        Rest.Answer answer = anybody.get(page);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith(login);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void whoSignsInGoesOnToWhereHeWantedAndIsKnownByACookieThatScriptsDoNotSee() {
        Rest.Answer answer = signIn("operator", system.password(), "/console/fleet");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/console/fleet");
        assertThat(answer.header("Set-Cookie").split("; "))
                .hasSize(4)
                .anyMatch(part -> part.matches("elastic-session=[A-Za-z0-9_-]{43}"))
                .contains("Path=/", "HttpOnly", "SameSite=Strict");
        assertThat(with(answer.header("Set-Cookie")).get("/api/fleet").status()).isEqualTo(200);
        assertThat(with(answer.header("Set-Cookie")).get("/metrics").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//elsewhere.example", "https://elsewhere.example/console", "/console//elsewhere", "/api", ""})
    void nobodyIsSentElsewhere(String to) {
        assertThat(signIn("operator", system.password(), to).header("Location")).endsWith("/console");
    }

    @ParameterizedTest
    @CsvSource({"operator, guess", "somebody, ", "'', ''"})
    void whoIsWrongIsToldSo(String name, String password) {
        Rest.Answer answer = signIn(name, password == null ? system.password() : password, "/console/fleet");

        assertThat(answer.header("Location")).endsWith("/console/login?notice=wrong&to=%2Fconsole%2Ffleet");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(anybody.get("/console/login?notice=wrong").body()).contains("isn’t right");
    }

    @Test
    void aPageOfAnotherSiteDoesNothingWithTheOperatorsCookie() {
        Rest operator = anybody.with("Cookie", anybody.session(system.password()));
        for (List<String> foreign : List.of(
                List.of("Origin", "http://elsewhere.example"),
                List.of("Origin", "null"),
                List.of("Sec-Fetch-Site", "same-site"))) {
            Rest there = operator.with(foreign.get(0), foreign.get(1));
            assertThat(there.call("POST", "/api/fleet/pause", "").status()).isEqualTo(403);
            assertThat(there.submit("/console/sign-out", "").status()).isEqualTo(403);
            assertThat(there.submit("/console/sign-in", "").status()).isEqualTo(403);
        }

        assertThat(operator.get("/api/fleet").json().getBoolean("paused")).isFalse();
    }

    @Test
    void whoSignsOutIsKnownNoMore() {
        Rest operator = anybody.with("Cookie", anybody.session(system.password()));

        Rest.Answer answer = operator.submit("/console/sign-out", "");

        assertThat(answer.header("Location")).endsWith("/console/login?notice=out&to=%2Fconsole");
        assertThat(answer.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(operator.get("/api/fleet").status()).isEqualTo(401);
    }

    @Test
    void whoSignsInAnewEndsTheSessionThatHeHad() {
        Rest before = anybody.with("Cookie", anybody.session(system.password()));

        String cookie = before.session(system.password());

        assertThat(before.get("/api/fleet").status()).isEqualTo(401);
        assertThat(with(cookie).get("/api/fleet").status()).isEqualTo(200);
    }

    @Test
    void whoseSessionIsOverIsToldSoAndLosesTheCookie() throws IOException {
        Rest operator = anybody.with("Cookie", anybody.session(system.password()));
        assertThat(operator.get("/api/fleet").status()).isEqualTo(200);

        endAllSessions();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> operator.get("/api/fleet").status() == 401);
        Rest.Answer answer = operator.get("/console/fleet");
        assertThat(answer.header("Location")).endsWith("/console/login?notice=over&to=%2Fconsole%2Ffleet");
        assertThat(answer.header("Set-Cookie")).contains("Max-Age=0");
    }

    @Test
    void aScriptIsNotAnsweredInAWayThatMakesTheBrowserAskForAPassword() {
        Rest.Answer answer = anybody.with("X-Requested-With", "XMLHttpRequest").get("/api/fleet");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.http().headers().allValues("WWW-Authenticate"))
                .containsExactly("Cookie realm=\"Elastic Recognition\"");
        assertThat(anybody.get("/api/fleet").header("WWW-Authenticate")).startsWith("Basic ");
    }

    private void endAllSessions() throws IOException {
        try (Stream<Path> sessions = Files.list(system.cloud().resolve("s3/elastic-control/sessions"))) {
            for (Path session : sessions.toList()) {
                Files.deleteIfExists(session);
            }
        }
    }

    private static Rest.Answer signIn(String name, String password, String to) {
        return anybody.submit(
                "/console/sign-in", "name=%s&password=%s&to=%s".formatted(name, password, to.replace("/", "%2F")));
    }

    private static Rest with(String cookie) {
        return anybody.with("Cookie", cookie.replaceFirst(";.*", ""));
    }
}
