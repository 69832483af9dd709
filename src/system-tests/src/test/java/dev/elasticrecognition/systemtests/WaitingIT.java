package dev.elasticrecognition.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.elasticrecognition.testkit.LocalCloud;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests wait, since the fleet is paused, until the last test lets a worker run. What one front end took in is followed at
 * another, where nothing is announced, as well.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WaitingIT {

    private static final String ALL = "/api/recognitions";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String WORKER = RunningSystem.HOME
            .resolve("liberty/worker/target/usr/servers/worker/start")
            .toString();

    @TempDir
    private static Path directory;

    private static LocalCloud cloud;
    private static FrontEndProcess first;
    private static FrontEndProcess second;
    private static Rest rest;
    private static Rest elsewhere;
    private static Rest operator;

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(directory.resolve("cloud"));
        first = new FrontEndProcess(
                directory.resolve("first"),
                cloud,
                Map.of("ELASTIC_WORKER_COMMAND", WORKER, "ELASTIC_EVENTS_HEARTBEAT", "PT1S"));
        second = new FrontEndProcess(
                directory.resolve("second"),
                cloud,
                Map.of(
                        "ELASTIC_WORKER_COMMAND", WORKER,
                        "ELASTIC_EVENTS_HEARTBEAT", "PT1S",
                        "ELASTIC_EVENTS_STREAMS", "2",
                        "ELASTIC_EVENTS_LONGEST_STREAM", "PT25S"));
        first.awaitReady();
        second.awaitReady();
        rest = first.rest();
        elsewhere = second.rest();
        operator = rest.as("operator", first.password().or(second::password).orElseThrow());
        assertThat(operator.call("POST", "/api/fleet/pause", "").status()).isEqualTo(204);
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
        cloud.close();
    }

    @Test
    void asLongAsThereIsNoLabelPlainTextSaysSo() {
        Rest plain = rest.with("Accept", "text/plain");

        Rest.Answer accepted = plain.post("", "image/jpeg", Pictures.bytes("rocket.jpg"));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.body()).isEqualTo("waiting\n");
        assertThat(plain.get(accepted.header("Location")).body()).isEqualTo("waiting\n");
    }

    @Test
    void whoKnowsThatItWaitsIsToldWhenTheTimeIsOverThatNothingChanged() {
        String path = path(accept());
        String tag = rest.get(path).header("ETag");
        Instant start = Instant.now();

        Rest.Answer answer = rest.with("If-None-Match", tag).get(path + "?wait=1");

        assertThat(answer.status()).isEqualTo(304);
        assertThat(start.plusSeconds(1)).isBeforeOrEqualTo(Instant.now());
        cancel(path);
        assertThat(rest.with("If-None-Match", tag).get(path).status()).isEqualTo(200);
    }

    @Test
    void thoseThatWaitAreListed() {
        String waits = accept();
        String cancelled = accept();
        cancel(path(cancelled));

        assertThat(listed("?state=waiting")).contains(waits).doesNotContain(cancelled);
        assertThat(listed("?state=failed")).contains(cancelled).doesNotContain(waits);
        assertThat(listed("?state=succeeded")).isEmpty();
        assertThat(listed("")).contains(waits, cancelled);
        assertThat(elsewhere.get("/api/recognitions.csv").body()).contains(waits + ",waiting,", cancelled + ",failed,");
    }

    @Test
    void aPageSaysThatNobodyWorksAndCancels() {
        try (Browser browser = new Browser();
                Visit visit = browser.visit(first.address())) {
            Page page = visit.page();
            page.navigate("/");
            FilePayload picture = new FilePayload("waits.jpg", "", Pictures.anew("rocket.jpg"));
            page.getByLabel("Choose photographs").setInputFiles(picture);
            assertThat(page.getByText("No machine to look at it")).isVisible();
            visit.look("waiting");
            String details = page.locator(".details").getAttribute("href");

            try (Visit elsewhere = browser.visit(second.address())) {
                elsewhere.page().navigate(details);
                assertThat(elsewhere.page().getByText("No machine to look at it"))
                        .isVisible();
                page.getByText("Cancel", new Page.GetByTextOptions().setExact(true))
                        .click();
                assertThat(page.getByText("Cancelled", new Page.GetByTextOptions().setExact(true)))
                        .isVisible();

                assertThat(elsewhere.page().getByText("Cancelled", new Page.GetByTextOptions().setExact(true)))
                        .isVisible();
            }
        }
    }

    @Test
    void aCancelledRequestHasFailedAndItsPictureIsGone() {
        String path = path(accept());
        assertThat(rest.get(path + "/image").status()).isEqualTo(200);

        Rest.Answer cancelled = elsewhere.call("DELETE", path, "");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("status")).isEqualTo("failed");
        assertThat(cancelled.json().getJsonObject("problem").getString("type")).endsWith(":cancelled");
        Rest.Answer again = rest.call("DELETE", path, "");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(cancelled.json());
        assertThat(rest.get(path).json()).isEqualTo(cancelled.json());
        assertThat(rest.with("Accept", "text/plain").get(path).status()).isEqualTo(410);
        for (String method : List.of("GET", "HEAD")) {
            assertThat(rest.call(method, path + "/image", "").status()).isEqualTo(410);
        }
        assertThat(rest.get(path + "/image").text("type")).endsWith(":image-gone");
    }

    @Test
    void whoFollowsAtOneFrontEndIsToldWhatHappensAtAnother() {
        String cancelled = accept();
        String waits = accept();
        try (EventStream events = EventStream.of(elsewhere, "", waits, cancelled)) {
            assertThat(events.await("waiting", 2).get(0).json().getString("id")).isEqualTo(waits);
            events.awaitComments(2);

            cancel(path(cancelled));

            EventStream.Event told = events.await("recognition", 1).get(0);
            assertThat(told.json()).isEqualTo(rest.get(path(cancelled)).json());
            assertThat(told.id()).isEqualTo("2");
            assertThat(events.named("done")).isEmpty();
        }
    }

    @Test
    void aStreamEndsWhenItsTimeIsOverAndGoesOnAnywhere() {
        String told = accept();
        String later = accept();
        cancel(path(told));
        try (EventStream events = EventStream.of(elsewhere, "", told, later)) {
            String lastEventId = events.await("recognition", 1).get(0).id();
            events.awaitEnd();
            assertThat(events.named("done")).isEmpty();

            try (EventStream more = EventStream.of(rest, lastEventId, told, later)) {
                more.await("waiting", 1);
                cancel(path(later));
                more.awaitEnd();

                assertThat(more.named("recognition"))
                        .singleElement()
                        .satisfies(event ->
                                assertThat(event.json().getString("id")).isEqualTo(later));
                assertThat(more.named("done")).hasSize(1);
            }
        }
    }

    /** Late, since it leaves places taken for a while. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void asManyStreamsAsThereArePlacesForAreOpenAndThePlaceOfWhoLeavesIsFree() {
        String id = accept();
        // Those who left, also in other tests, are noticed with the next two heartbeats.
        ConditionFactory afterSomeBeats = await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(4));

        afterSomeBeats.untilAsserted(() -> twoAreServedAndTheThirdIsRefused(id));
        afterSomeBeats.untilAsserted(() -> twoAreServedAndTheThirdIsRefused(id));
    }

    private static void twoAreServedAndTheThirdIsRefused(String id) {
        try (EventStream one = EventStream.of(elsewhere, "", id);
                EventStream other = EventStream.of(elsewhere, "", id)) {
            Rest.Answer refused = elsewhere.get(ALL + "/events?id=" + id);

            assertThat(List.of(one.status(), other.status())).containsOnly(200);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("type")).endsWith(":busy");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whatWasCancelledIsNotAnsweredByAnyWorkerAndAllElseIs() {
        String cancelled = accept();
        String waits = accept();
        cancel(path(cancelled));
        JsonObject before = rest.get(path(cancelled)).json();
        try (EventStream here = EventStream.of(rest, "", waits)) {
            operator.call("POST", "/api/fleet/resume", "");

            await().atMost(PATIENCE).until(() -> listed("?state=waiting").isEmpty());

            here.awaitEnd();
            assertThat(here.named("recognition").get(0).json().getString("label"))
                    .isEqualTo("drilling platform");
        }
        assertThat(elsewhere.get(path(cancelled)).json()).isEqualTo(before);
        assertThat(rest.get(path(cancelled) + "/image").status()).isEqualTo(410);
    }

    /** Sends a picture that has to be looked at, and gives its request's id. */
    private static String accept() {
        return rest.with("Cache-Control", "no-cache")
                .form("", "image", "rocket.jpg", Pictures.bytes("rocket.jpg"))
                .text("id");
    }

    private static void cancel(String path) {
        assertThat(rest.call("DELETE", path, "").status()).isEqualTo(200);
    }

    private static List<String> listed(String query) {
        return rest.get(ALL + query).json().getJsonArray("recognitions").getValuesAs(JsonObject.class).stream()
                .map(request -> request.getString("id"))
                .toList();
    }

    private static String path(String id) {
        return ALL + "/" + id;
    }
}
