package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered is asked for, listed, exported and given back. */
@OnRunningSystem
class ResultsIT {

    private static final String ALL = "/api/recognitions";
    private static final String NAME = "Zürich, 夏 \"100%\".jpg";
    private static final String LABEL = "drilling platform";

    private static Rest rest;
    private static String succeeded;
    private static String failed;
    private static String other;

    @BeforeAll
    static void ask(RunningSystem running) {
        rest = new Rest(running);
        succeeded = rest.post("?wait=60", "application/json", dataUrl(NAME, Pictures.bytes("rocket.jpg")))
                .text("id");
        failed = rest.form("?wait=60", "image", "=1+1.jpg", Pictures.cutShort("rocket.jpg"))
                .text("id");
        other = rest.form("?wait=60", "image", "china.jpg", Pictures.bytes("china.jpg"))
                .text("id");
    }

    @Test
    void whoHasAnAnswerIsNotSentItAgain() {
        Rest.Answer answer = rest.get(path(succeeded));
        String tag = answer.header("ETag");

        Rest.Answer again = rest.with("If-None-Match", tag).get(path(succeeded));

        assertThat(tag).startsWith("\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("Vary")).contains("Accept");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(rest.with("If-None-Match", "\"other\", W/" + tag)
                        .get(path(succeeded))
                        .status())
                .isEqualTo(304);
        assertThat(rest.with("If-None-Match", "\"other\"").get(path(succeeded)).status())
                .isEqualTo(200);
    }

    @Test
    void whoWantsPlainTextIsToldTheBareLabel() {
        Rest plain = rest.with("Accept", "text/plain");

        Rest.Answer answer = plain.get(path(succeeded) + "?wait=60");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain").containsIgnoringCase("utf-8");
        assertThat(answer.body()).isEqualTo(LABEL + "\n");
        assertThat(answer.header("ETag")).isNotEqualTo(rest.get(path(succeeded)).header("ETag"));
        assertThat(plain.post("?wait=60", "image/jpeg", Pictures.bytes("rocket.jpg"))
                        .body())
                .isEqualTo(LABEL + "\n");
        assertThat(plain.form(
                                "?wait=60",
                                "image",
                                List.of(
                                        Rest.Part.of("rocket.jpg", Pictures.bytes("rocket.jpg")),
                                        Rest.Part.of("notes.txt", new byte[] {1}),
                                        Rest.Part.of("china.jpg", Pictures.bytes("china.jpg"))))
                        .body())
                .isEqualTo(LABEL + "\nrefused\npalace\n");
    }

    @Test
    void whereThereIsNoLabelPlainTextGivesWayToTheProblem() {
        Rest.Answer answer = rest.with("Accept", "text/plain").get(path(failed));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json()).isEqualTo(rest.get(path(failed)).json().getJsonObject("problem"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?wait=1", "/image"})
    void whatNobodySentIsNotFound(String rest) {
        for (String id : List.of("nobody", "fe5df313-d959-8541-bb22-2c2643bccdca", "%F0%9F%90%8E", "a%20b")) {
            Rest.Answer answer = ResultsIT.rest.get(path(id) + rest);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("type")).endsWith(":request-unknown");
        }
    }

    @Test
    void pageAfterPageLeadsFromTheNewestToTheOldestRequest() {
        Set<String> ids = IntStream.range(0, 5)
                .mapToObj(number -> rest.form("?wait=60", "image", "rocket.jpg", Pictures.bytes("rocket.jpg"))
                        .text("id"))
                .collect(Collectors.toSet());

        List<String> listed = new ArrayList<>();
        String next = ALL + "?limit=2";
        while (!next.isEmpty() && !listed.containsAll(ids)) {
            Rest.Answer page = rest.get(next);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.json().getJsonArray("recognitions")).hasSizeLessThanOrEqualTo(2);
            listed.addAll(ids(page));
            next = next(page);
        }

        assertThat(listed).containsAll(ids).doesNotHaveDuplicates().isSorted();
        Rest.Answer first = rest.get(ALL);
        assertThat(first.json().getJsonArray("recognitions").size()).isBetween(5, 20);
        assertThat(first.json().getJsonArray("recognitions"))
                .allSatisfy(listedOne -> assertThat(listedOne)
                        .isEqualTo(rest.get(path(listedOne.asJsonObject().getString("id")))
                                .json()));
    }

    @Test
    void requestsAreFoundByStateAndByLabel() {
        assertThat(all("?state=failed")).contains(failed).doesNotContain(succeeded, other);
        assertThat(all("?state=succeeded")).contains(succeeded, other).doesNotContain(failed);
        assertThat(all("?label=drilling%20platform")).contains(succeeded).doesNotContain(failed, other);
        assertThat(all("?label=drilling+platform&state=succeeded&limit=1")).contains(succeeded);
        assertThat(all("?label=palace&limit=100")).contains(other).doesNotContain(failed, succeeded);
        assertThat(all("?label=Palace")).isEmpty();
        assertThat(all("?label=%7Bpalace%7D%26%25")).isEmpty();
        assertThat(all("?label=palace&state=failed")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/recognitions?limit=0, invalid-limit",
        "/api/recognitions?limit=101, invalid-limit",
        "/api/recognitions?limit=, invalid-limit",
        "/api/recognitions?limit=two, invalid-limit",
        "/api/recognitions?state=lost, invalid-state",
        "/api/recognitions?state=, invalid-state",
        "/api/recognitions?cursor=1, invalid-cursor",
        "/api/recognitions.csv?limit=100001, invalid-limit",
        "/api/recognitions.csv?state=FAILED, invalid-state",
        "/api/recognitions/events, invalid-ids"
    })
    void aQuestionThatMakesNoSenseIsRefused(String path, String problem) {
        Rest.Answer answer = rest.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).endsWith(":" + problem);
    }

    @Test
    void aPictureIsGivenBackAsItWasSentAndCanDoNothing() {
        HttpResponse<byte[]> answer = rest.download(path(succeeded) + "/image");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Pictures.bytes("rocket.jpg"));
        assertThat(answer.headers().map())
                .containsEntry("Content-Type", List.of("image/jpeg"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("Cache-Control", List.of("private, max-age=31536000, immutable"))
                .containsEntry(
                        "Content-Disposition",
                        List.of("inline; filename=\"Z_rich, _ _100__.jpg\";"
                                + " filename*=UTF-8''Z%C3%BCrich%2C%20%E5%A4%8F%20%22100%25%22.jpg"));
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .anySatisfy(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
    }

    @Test
    void whoHasAPictureIsNotSentItAgain() {
        String tag = rest.download(path(succeeded) + "/image")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        Rest known = rest.with("If-None-Match", tag);

        assertThat(known.get(path(succeeded) + "/image").status()).isEqualTo(304);
        assertThat(known.call("HEAD", path(succeeded) + "/image", "").status()).isEqualTo(304);
        assertThat(known.get(path(other) + "/image").status()).isEqualTo(200);
    }

    @Test
    void aPictureIsDescribedWithoutBeingSent() {
        Rest.Answer head = rest.call("HEAD", path(succeeded) + "/image", "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("" + Pictures.bytes("rocket.jpg").length);
        assertThat(head.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void morePicturesAreFetchedThanMayBeUnderWayAtATime() {
        for (int number = 0; number < 100; number++) {
            assertThat(rest.download(path(other) + "/image").statusCode()).isEqualTo(200);
            assertThat(rest.call("HEAD", path(other) + "/image", "").status()).isEqualTo(200);
            assertThat(rest.get(path("nobody") + "/image").status()).isEqualTo(404);
        }
    }

    @Test
    void aTableHasALineForEachRequestAndNoFormula() {
        Rest.Answer table = rest.get("/api/recognitions.csv");

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.header("Content-Disposition")).isEqualTo("attachment; filename=\"recognitions.csv\"");
        assertThat(table.body())
                .startsWith("id,status,fileName,label,classIndex,confidence,model,submittedAt,answeredAt,")
                .endsWith("\r\n");
        assertThat(line(table, succeeded)).contains(",succeeded,\"Zürich, 夏 \"\"100%\"\".jpg\",drilling platform,540,");
        assertThat(line(table, failed))
                .contains(",failed,'=1+1.jpg,,,,")
                .contains("urn:problem-type:elastic-recognition:undecodable-image");
        List<String> listed = new ArrayList<>(all("?limit=100"));
        assertThat(table.body().lines().skip(1).map(row -> row.substring(0, row.indexOf(','))))
                .containsExactlyElementsOf(listed);
    }

    @Test
    void aTableIsPickedLikeAListing() {
        assertThat(rest.get("/api/recognitions.csv?limit=1").body().lines()).hasSize(2);
        assertThat(rest.get("/api/recognitions.csv?label=palace").body())
                .contains(other)
                .doesNotContain(succeeded);
    }

    @Test
    void moreTablesAreMadeThanMayBeUnderWayAtATime() {
        for (int number = 0; number < 10; number++) {
            assertThat(rest.get("/api/recognitions.csv?limit=1").status()).isEqualTo(200);
        }
    }

    @Test
    void chosenRequestsAreExportedInTheirOrder() {
        String one = rest.post("?wait=60", "image/jpeg", Pictures.bytes("rocket.jpg"))
                .text("id");
        String other =
                rest.post("?wait=60", "image/jpeg", Pictures.bytes("china.jpg")).text("id");

        assertThat(rest.get("/api/recognitions.csv?id=" + one + "&id=" + other + "&id=" + one)
                        .body()
                        .lines()
                        .map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("id", one, other);
        assertThat(rest.get("/api/recognitions.csv?id=" + one + "&id=none").text("type"))
                .endsWith(":request-unknown");
        assertThat(rest.get("/api/recognitions.csv?" + "id=none&".repeat(501)).text("type"))
                .endsWith(":invalid-ids");
    }

    @Test
    void whatIsAnsweredCanNoLongerBeCancelled() {
        Rest.Answer answer = rest.call("DELETE", path(succeeded), "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("type")).endsWith(":already-answered");
        assertThat(rest.get(path(succeeded)).text("status")).isEqualTo("succeeded");
        assertThat(rest.call("DELETE", path("nobody"), "").status()).isEqualTo(404);
    }

    @Test
    void eventsTellWhatIsAnsweredAndWhatIsJustBeing() {
        Rest.Answer accepted =
                rest.with("Cache-Control", "no-cache").form("", "image", "rocket.jpg", Pictures.bytes("rocket.jpg"));

        try (EventStream events = EventStream.of(rest, "", succeeded, accepted.text("id"), failed)) {
            List<EventStream.Event> told = events.await("recognition", 3);
            events.awaitEnd();

            assertThat(told.stream().map(event -> event.json().getString("id")))
                    .containsExactlyInAnyOrder(succeeded, accepted.text("id"), failed);
            assertThat(told)
                    .allSatisfy(event -> assertThat(event.json())
                            .isEqualTo(
                                    rest.get(path(event.json().getString("id"))).json()));
            assertThat(told.get(0).retry()).isEqualTo("2000");
            assertThat(events.named("done"))
                    .singleElement()
                    .satisfies(done -> assertThat(done.id()).isEqualTo("7"));
        }
    }

    @Test
    void whoWasToldSomeIsToldTheRest() {
        try (EventStream events = EventStream.of(rest, "2", succeeded, other, failed)) {
            events.awaitEnd();

            assertThat(events.named("recognition").stream()
                            .map(event -> event.json().getString("id")))
                    .containsExactly(succeeded, failed);
            assertThat(events.named("recognition").stream().map(EventStream.Event::id))
                    .containsExactly("3", "7");
        }
    }

    @Test
    void whoWasToldAllNeedNotComeAgain() {
        assertThat(rest.with("Last-Event-ID", "3")
                        .get(ALL + "/events?id=" + succeeded + "&id=" + other)
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ffffffffffffffffffffffffff", "-1", "8"})
    void whatIsNoIdOfAnEventIsToldEverything(String lastEventId) {
        try (EventStream events = EventStream.of(rest, lastEventId, succeeded, other)) {
            events.awaitEnd();

            assertThat(events.named("recognition")).hasSize(2);
        }
    }

    @Test
    void whoFollowsWhatNobodySentIsToldSoAtOnce() {
        Rest.Answer answer = rest.get(ALL + "/events?id=" + succeeded + "&id=nobody");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("detail")).contains("nobody");
        String tooMany =
                IntStream.rangeClosed(0, 100).mapToObj(number -> "id=" + number).collect(Collectors.joining("&"));
        assertThat(rest.get(ALL + "/events?" + tooMany).status()).isEqualTo(400);
    }

    private static byte[] dataUrl(String fileName, byte[] picture) {
        return Json.createObjectBuilder()
                .add("fileName", fileName)
                .add("image", "data:;base64," + Base64.getEncoder().encodeToString(picture))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String path(String id) {
        return ALL + "/" + id;
    }

    private static String line(Rest.Answer table, String id) {
        return table.body()
                .lines()
                .filter(line -> line.startsWith(id))
                .findFirst()
                .orElseThrow();
    }

    /** The ids of all that a query gives, over all pages. */
    private static List<String> all(String query) {
        List<String> all = new ArrayList<>();
        String next = ALL + query;
        while (!next.isEmpty()) {
            Rest.Answer page = rest.get(next);
            all.addAll(ids(page));
            next = next(page);
        }
        return all;
    }

    private static List<String> ids(Rest.Answer page) {
        return page.json().getJsonArray("recognitions").getValuesAs(JsonObject.class).stream()
                .map(request -> request.getString("id"))
                .toList();
    }

    /** Where the next page is, by the body, which says the same as the header; empty on the last page. */
    private static String next(Rest.Answer page) {
        String next = page.json().getString("next", "");
        assertThat(page.header("Link")).isEqualTo(next.isEmpty() ? "" : "<%s>; rel=\"next\"".formatted(next));
        URI uri = URI.create(next);
        return next.isEmpty() ? "" : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
