package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators see the fleet and steer it; nobody else does. */
@OnRunningSystem
class FleetIT {

    private static final String SETTINGS = "/api/fleet/settings";
    private static final String MANUAL = "/api/fleet/manual-capacity";
    private static final String SHADOW = "/api/fleet/shadow";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static RunningSystem system;
    private static Rest anybody;
    private static Rest operator;
    private static JsonObject settingsBefore;

    /** Scales in at once, so that nobody has to wait for it. */
    @BeforeAll
    static void enter(RunningSystem running) {
        system = running;
        anybody = new Rest(running);
        operator = anybody.as("operator", running.password());
        settingsBefore = operator.get(SETTINGS).json();
        assertThat(change(Json.createObjectBuilder(settingsBefore)
                                .add("scaleInWindow", "PT0S")
                                .build())
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    static void leaveAsFound() {
        operator.call("POST", "/api/fleet/resume", "");
        operator.call("DELETE", MANUAL, "");
        change(settingsBefore);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/fleet",
        "GET, /api/fleet/decisions",
        "GET, /api/fleet/audit",
        "GET, /api/fleet/history",
        "GET, /api/fleet/settings",
        "PUT, /api/fleet/settings",
        "GET, /api/fleet/cost",
        "GET, /api/fleet/parts",
        "POST, /api/fleet/what-if",
        "GET, /api/fleet/shadow",
        "PUT, /api/fleet/shadow",
        "DELETE, /api/fleet/shadow",
        "POST, /api/fleet/pause",
        "POST, /api/fleet/resume",
        "PUT, /api/fleet/manual-capacity",
        "DELETE, /api/fleet/manual-capacity",
        "POST, /api/fleet/instances/i-1/drain",
        "DELETE, /api/fleet/instances/i-1",
        "GET, /api/fleet;as=anybody",
        "GET, /metrics"
    })
    void whoeverIsNotTheOperatorIsToldSo(String method, String path) {
        List<Rest> others =
                List.of(anybody, anybody.as("operator", "guess"), anybody.as("somebody", system.password()));
        for (Rest other : others) {
            Rest.Answer answer = other.call(method, path, "");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=\"Elastic Recognition\"");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.text("type")).endsWith(":not-authenticated");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/ready", "/openapi", "/api/recognitions/fe5df313-d959-8541-bb22-2c2643bccdca"})
    void everythingElseIsPublicAndAsksForNoPassword(String path) {
        int status = anybody.get(path).status();

        assertThat(status).isIn(200, 404);
        assertThat(anybody.as("operator", "guess").get(path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"Origin, http://elsewhere.example", "Origin, null", "Sec-Fetch-Site, cross-site"})
    void aPageOfAnotherSiteChangesNothingWithTheOperatorsPassword(String header, String value) {
        Rest.Answer answer = operator.with(header, value).call("POST", "/api/fleet/pause", "");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("type")).endsWith(":foreign-origin");
        assertThat(fleet().getBoolean("paused")).isFalse();
    }

    @Test
    void theFleetIsToldInFull() {
        JsonObject fleet = fleet();

        assertThat(fleet.keySet())
                .contains(
                        "leader",
                        "term",
                        "leading",
                        "paused",
                        "breaker",
                        "desiredCapacity",
                        "actualCapacity",
                        "decision",
                        "observation",
                        "latency",
                        "tally",
                        "instances",
                        "drains",
                        "acts",
                        "troubles");
        assertThat(fleet.getBoolean("leading")).isTrue();
        assertThat(fleet.getJsonObject("decision").getString("formula")).isNotBlank();
        assertThat(fleet.getJsonObject("observation").keySet())
                .containsExactly("at", "demand", "traffic", "performance", "supply");
        assertThat(Instant.parse(fleet.getJsonObject("observation").getString("at")))
                .isAfter(Instant.now().minusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy | \"by-feeling\"",
                "policy | null",
                "minimum | -1",
                "minimum | 0.5",
                "maximum | 21",
                "objective | \"soon\"",
                "objective | \"PT0S\"",
                "headroom | 11",
                "backlogPerInstance | 0",
                "scaleInWindow | \"PT2H\"",
                "warmPool | 21"
            })
    void settingsThatMakeNoSenseAreRefusedByName(String field, String value) {
        JsonObject before = operator.get(SETTINGS).json();

        Rest.Answer answer =
                change(Json.createObjectBuilder(before).add(field, json(value)).build());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).endsWith(":invalid-setting");
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("detail")).startsWith(field + " must");
        assertThat(operator.get(SETTINGS).json()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"minimum\": \"many\"}"})
    void whatIsNoDocumentIsRefused(String body) {
        Rest.Answer answer = operator.with("If-Match", "*").call("PUT", SETTINGS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).endsWith(":unreadable-document");
    }

    @Test
    void aChangeWithoutItsVersionIsRefused() {
        Rest.Answer answer = operator.call("PUT", SETTINGS, settingsBefore.toString());

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.text("type")).endsWith(":condition-missing");
    }

    @Test
    void ofManyChangesOfTheSameVersionExactlyOneIsMade() {
        Rest.Answer before = operator.get(SETTINGS);
        Rest over = operator.with("If-Match", before.header("ETag"));

        List<Rest.Answer> answers = IntStream.rangeClosed(1, 8)
                .parallel()
                .mapToObj(backlog -> over.call("PUT", SETTINGS, backlogPerInstance(before.json(), 100 + backlog)))
                .toList();

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .singleElement()
                .satisfies(made -> {
                    assertThat(made.json()).isEqualTo(operator.get(SETTINGS).json());
                    assertThat(made.header("ETag"))
                            .isEqualTo(operator.get(SETTINGS).header("ETag"));
                });
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(7)
                .allSatisfy(late -> {
                    assertThat(late.status()).isEqualTo(412);
                    assertThat(late.text("type")).endsWith(":settings-changed");
                });
    }

    @Test
    void whoHasTheSettingsIsNotSentThemAgain() {
        String tag = operator.get(SETTINGS).header("ETag");

        assertThat(operator.with("If-None-Match", tag).get(SETTINGS).status()).isEqualTo(304);
    }

    @Test
    void pausedAndResumedIsSeenAtTheNextTick() {
        assertThat(operator.call("POST", "/api/fleet/pause", "").status()).isEqualTo(204);
        soon().until(() -> fleet().getBoolean("paused"));
        assertThat(metrics()).contains("elastic_fleet_paused 1.0");

        assertThat(operator.call("POST", "/api/fleet/resume", "").status()).isEqualTo(204);
        soon().until(() -> !fleet().getBoolean("paused"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"capacity\": 1} | for",
                "{\"for\": \"PT1M\"} | capacity",
                "{\"capacity\": 21, \"for\": \"PT1M\"} | capacity",
                "{\"capacity\": 1, \"for\": \"PT0S\"} | for",
                "{\"capacity\": 1, \"for\": \"P1DT1S\"} | for"
            })
    void aManualCapacityOutOfRangeIsRefused(String body, String field) {
        Rest.Answer answer = operator.call("PUT", MANUAL, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("field")).isEqualTo(field);
    }

    @Test
    void instancesFollowWhatTheOperatorSays() {
        setCapacity(1);
        String first = awaitReadyInstance();
        assertThat(fleet().getJsonObject("manualCapacity").getString("by")).isEqualTo("operator");

        assertThat(operator.call("POST", "/api/fleet/instances/" + first + "/drain", "")
                        .status())
                .isEqualTo(202);
        awaitEndOf(first);
        assertThat(decisions("?limit=100"))
                .anyMatch(decision -> decision.getJsonArray("acts")
                        .toString()
                        .contains("draining " + first + ": ordered by operator"));

        String second = awaitReadyInstance();
        assertThat(second).isNotEqualTo(first);
        assertThat(operator.call("DELETE", "/api/fleet/instances/" + second, "").status())
                .isEqualTo(202);
        awaitEndOf(second);

        JsonObject cost = operator.get("/api/fleet/cost").json();
        assertThat(cost.getJsonNumber("hourlyPrice").doubleValue()).isEqualTo(0.08925);
        assertThat(cost.getJsonObject("total").getJsonNumber("instanceHours").doubleValue())
                .as("two minutes at least")
                .isGreaterThanOrEqualTo(2 / 60.0 - 1e-9);
        assertThat(cost.getJsonObject("lastHour").getJsonNumber("price").doubleValue())
                .isPositive();

        setCapacity(0);
        soon().untilAsserted(() -> assertThat(stages()).containsOnly("terminated"));
        assertThat(system.worker()).isEmpty();
        assertThat(operator.call("DELETE", MANUAL, "").status()).isEqualTo(204);
        soon().until(() -> !fleet().containsKey("manualCapacity"));
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/fleet/instances/i-nobody/drain", "DELETE, /api/fleet/instances/i-nobody"})
    void whatIsNoInstanceOfTheFleetIsNotFound(String method, String path) {
        Rest.Answer answer = operator.call(method, path, "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("type")).endsWith(":instance-unknown");
    }

    @Test
    void decisionsAreReadPageByPage() {
        setCapacity(1);
        soon().until(() -> fleet().getInt("desiredCapacity") == 1);
        setCapacity(0);
        soon().until(() -> fleet().getInt("desiredCapacity") == 0);
        operator.call("DELETE", MANUAL, "");
        soon().until(() -> decisions("?limit=3").size() == 3);

        List<String> ids = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        String page = "/api/fleet/decisions?limit=1";
        for (int number = 0; number < 3 && !page.isEmpty(); number++) {
            Rest.Answer answer = operator.get(page);
            JsonObject decision = answer.json().getJsonArray("decisions").getJsonObject(0);
            assertThat(answer.json().getJsonArray("decisions")).hasSize(1);
            assertThat(decision.getJsonObject("decision").keySet())
                    .contains("formula", "limits", "whyNotMore", "whyNotLess");
            assertThat(decision.getJsonObject("observation")).containsKeys("demand", "supply");
            ids.add(decision.getString("id"));
            times.add(Instant.parse(decision.getString("at")));
            page = next(answer);
        }

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(1);
        assertThat(times).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void aShadowPolicyIsLookedAtAndNotFollowed() {
        assertThat(operator.get(SHADOW).status()).isEqualTo(404);
        assertThat(operator.get(SHADOW).text("type")).endsWith(":shadow-unknown");
        assertThat(operator.call("PUT", SHADOW, settingsBefore.toString()).status())
                .isEqualTo(428);
        assertThat(operator.with("If-Match", "*")
                        .call("PUT", SHADOW, settingsBefore.toString())
                        .status())
                .isEqualTo(412);
        String three = Json.createObjectBuilder(settingsBefore)
                .add("minimum", 2)
                .add("maximum", 2)
                .build()
                .toString();

        Rest.Answer set = operator.with("If-None-Match", "*").call("PUT", SHADOW, three);
        assertThat(set.status()).isEqualTo(200);
        assertThat(operator.with("If-None-Match", "*")
                        .call("PUT", SHADOW, three)
                        .status())
                .isEqualTo(412);
        assertThat(operator.get(SHADOW).header("ETag")).isEqualTo(set.header("ETag"));
        JsonObject shadow = soon().until(() -> fleet().getJsonObject("shadow"), told -> told != null);
        assertThat(shadow.getJsonObject("decision").getInt("desiredCapacity")).isEqualTo(2);
        assertThat(shadow.getJsonObject("settings").getInt("maximum")).isEqualTo(2);
        soon().until(() -> points(history("?minutes=1&points=1000")).stream()
                .anyMatch(point -> point.containsKey("shadowDesired")));
        assertThat(metrics()).contains("elastic_fleet_shadow_desired_capacity 2.0");

        assertThat(operator.call("DELETE", SHADOW, "").status()).isEqualTo(428);
        assertThat(operator.with("If-Match", set.header("ETag"))
                        .call("DELETE", SHADOW, "")
                        .status())
                .isEqualTo(204);
        soon().until(() -> !fleet().containsKey("shadow"));
    }

    @Test
    void whatTheOperatorDidIsReadPageByPage() {
        setCapacity(2);
        setCapacity(0);
        operator.call("DELETE", MANUAL, "");

        Rest.Answer newest = operator.get("/api/fleet/audit?limit=1");
        JsonObject cleared = newest.json().getJsonArray("entries").getJsonObject(0);
        assertThat(cleared.getString("action")).isEqualTo("clear-capacity");
        assertThat(cleared.getString("by")).isEqualTo("operator");
        assertThat(Instant.parse(cleared.getString("at"))).isAfter(Instant.now().minusSeconds(60));

        JsonObject set =
                operator.get(next(newest)).json().getJsonArray("entries").getJsonObject(0);
        assertThat(set.getString("action")).isEqualTo("set-capacity");
        assertThat(set.getJsonArray("changes").getJsonObject(0))
                .isEqualTo(json("{\"what\": \"capacity\", \"from\": \"2\", \"to\": \"0\"}"));
    }

    @Test
    void everyPartIsToldAndWell() {
        List<JsonObject> parts =
                operator.get("/api/fleet/parts").json().getJsonArray("parts").getValuesAs(JsonValue::asJsonObject);

        assertThat(parts)
                .extracting(part -> part.getString("name"))
                .containsExactly(
                        "input-bucket",
                        "output-bucket",
                        "control-bucket",
                        "request-queue",
                        "dead-letter-queue",
                        "response-queue",
                        "ec2",
                        "leader",
                        "breaker");
        assertThat(parts)
                .filteredOn(part -> List.of("control-bucket", "request-queue", "ec2", "leader")
                        .contains(part.getString("name")))
                .allSatisfy(part -> {
                    assertThat(part.getString("state")).as(part.toString()).isEqualTo("ok");
                    assertThat(part).containsKeys("since", "sentence");
                });
    }

    @Test
    void whatWouldHaveBeenUnderOtherSettingsIsReplayed() {
        assertThat(anybody.with("Cache-Control", "no-cache")
                        .post("?wait=60", "image/jpeg", Pictures.bytes("china.jpg"))
                        .status())
                .isIn(200, 202, 504);
        String body = Json.createObjectBuilder()
                .add("settings", Json.createObjectBuilder(settingsBefore).add("minimum", 2))
                .build()
                .toString();

        JsonObject replayed = soon().until(
                        () -> operator.call("POST", "/api/fleet/what-if", body), answer -> answer.status() == 200)
                .json();

        assertThat(replayed.getInt("requests")).isPositive();
        assertThat(replayed.getJsonObject("proposed").getJsonObject("settings").getInt("minimum"))
                .isEqualTo(2);
        assertThat(replayed.getJsonObject("present").getJsonArray("points")).isNotEmpty();
        assertThat(replayed.getJsonObject("present").keySet())
                .contains("p50", "p99", "inTime", "instanceHours", "price", "launches");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{} | settings", "{\"settings\": {}} | policy", "{\"minutes\": 0, \"settings\": {}} | policy"})
    void aQuestionThatMakesNoSenseIsRefused(String body, String field) {
        Rest.Answer answer = operator.call("POST", "/api/fleet/what-if", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("field")).isEqualTo(field);
    }

    @Test
    void decisionsAreFoundByTimeAndByWhatWasDone() {
        setCapacity(1);
        soon().until(() -> !decisions("?acted=true&limit=1000").isEmpty());
        operator.call("DELETE", MANUAL, "");
        Instant at = Instant.parse(decisions("?limit=1").get(0).getString("at"));

        assertThat(decisions("?acted=true&limit=1000"))
                .allMatch(decision -> !decision.getJsonArray("acts").isEmpty());
        assertThat(decisions("?limit=1000&to=" + at))
                .allMatch(decision -> Instant.parse(decision.getString("at")).isBefore(at));
        assertThat(decisions("?limit=1000&from=" + at))
                .isNotEmpty()
                .noneMatch(decision -> Instant.parse(decision.getString("at")).isBefore(at.minusMillis(1)));
        assertThat(operator.get("/api/fleet/decisions?from=yesterday").text("type"))
                .endsWith(":invalid-time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/fleet/audit?cursor=a%20b", "/api/fleet/decisions?cursor=../x"})
    void whatIsNoCursorIsRefused(String path) {
        assertThat(operator.get(path).text("type")).endsWith(":invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "all", "-1"})
    void aPageOfNoSensibleSizeIsRefused(String limit) {
        Rest.Answer answer = operator.get("/api/fleet/decisions?limit=" + limit);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).endsWith(":invalid-limit");
    }

    @Test
    void theLastHourIsToldInAsManyPointsAsAreWanted() {
        JsonObject history = soon().until(
                        () -> history("?minutes=5&points=5"),
                        told -> !points(told).isEmpty());

        assertThat(history.getString("step")).isEqualTo("PT1M");
        assertThat(points(history))
                .hasSizeLessThanOrEqualTo(5)
                .allSatisfy(point -> assertThat(point.keySet())
                        .contains(
                                "at", "unanswered", "booting", "ready", "busy", "desired", "arrivals", "completions"));
        assertThat(points(history))
                .extracting(point -> Instant.parse(point.getString("at")))
                .isSorted()
                .allMatch(at -> at.getEpochSecond() % 60 == 0)
                .allMatch(at -> !at.isBefore(Instant.parse(history.getString("from"))));
        assertThat(history("").getString("step")).isEqualTo("PT30S");
        assertThat(history("?minutes=1&points=1000").getString("step")).isEqualTo("PT10S");
    }

    @ParameterizedTest
    @CsvSource({"minutes, 0", "minutes, 361", "minutes, all", "points, 0", "points, 1001"})
    void aHistoryOfNoSensibleLengthIsRefused(String parameter, String value) {
        Rest.Answer answer = operator.get("/api/fleet/history?%s=%s".formatted(parameter, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).endsWith(":invalid-limit");
        assertThat(answer.text("detail")).contains("'" + parameter + "'");
    }

    @Test
    void monitoringReadsTheSameNumbers() {
        Rest.Answer answer = operator.get("/metrics");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.http().body().lines())
                .contains("elastic_fleet_leading 1.0", "# TYPE elastic_fleet_launched_total counter")
                .anyMatch(line -> line.startsWith("elastic_fleet_backlog{state=\"visible\"} "));
        assertThat(operator.with("Accept", "application/openmetrics-text; version=1.0.0")
                        .get("/metrics")
                        .http()
                        .body())
                .endsWith("# EOF\n");
    }

    private static Rest.Answer change(JsonObject settings) {
        String tag = operator.get(SETTINGS).header("ETag");
        return operator.with("If-Match", tag).call("PUT", SETTINGS, settings.toString());
    }

    private static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static String backlogPerInstance(JsonObject settings, int backlog) {
        return Json.createObjectBuilder(settings)
                .add("backlogPerInstance", backlog)
                .build()
                .toString();
    }

    private static void setCapacity(int capacity) {
        Rest.Answer answer = operator.call("PUT", MANUAL, "{\"capacity\": %d, \"for\": \"PT10M\"}".formatted(capacity));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getInt("capacity")).isEqualTo(capacity);
    }

    private static String awaitReadyInstance() {
        return soon().until(
                        () -> instances().stream()
                                .filter(instance -> instance.getString("stage").equals("ready"))
                                .map(instance -> instance.getString("id"))
                                .findFirst()
                                .orElse(""),
                        id -> !id.isEmpty());
    }

    private static void awaitEndOf(String id) {
        soon().until(() -> instances().stream()
                .filter(instance -> instance.getString("id").equals(id))
                .allMatch(instance -> instance.getString("stage").equals("terminated")));
    }

    private static List<String> stages() {
        return instances().stream()
                .map(instance -> instance.getString("stage"))
                .distinct()
                .toList();
    }

    private static List<JsonObject> instances() {
        return fleet().getJsonArray("instances").getValuesAs(JsonValue::asJsonObject);
    }

    private static JsonObject history(String query) {
        return operator.get("/api/fleet/history" + query).json();
    }

    private static List<JsonObject> points(JsonObject history) {
        return history.getJsonArray("points").getValuesAs(JsonValue::asJsonObject);
    }

    private static List<JsonObject> decisions(String query) {
        return operator.get("/api/fleet/decisions" + query)
                .json()
                .getJsonArray("decisions")
                .getValuesAs(JsonValue::asJsonObject);
    }

    /** Where the next page is, by the body, which says the same as the header; empty on the last page. */
    private static String next(Rest.Answer page) {
        String next = page.json().getString("next", "");
        if (!next.isEmpty()) {
            assertThat(page.header("Link")).isEqualTo("<%s>; rel=\"next\"".formatted(next));
        }
        return next.isEmpty() ? "" : pathOf(URI.create(next));
    }

    private static String pathOf(URI uri) {
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static JsonObject fleet() {
        Rest.Answer answer = operator.get("/api/fleet");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> metrics() {
        return operator.get("/metrics").http().body().lines().toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500));
    }
}
