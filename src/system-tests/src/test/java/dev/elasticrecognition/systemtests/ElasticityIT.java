package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing runs, a burst comes, instances come with it, answer everything and go. */
@OnRunningSystem
class ElasticityIT {

    private static final String SETTINGS = "/api/fleet/settings";
    private static final int PICTURES = 80;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** From the last answer until every instance is gone, with the shortest settings. */
    private static final Duration UNTIL_GONE = Duration.ofSeconds(12);

    /** Less than two seconds when nothing else runs; here all the uploads run beside it. */
    private static final Duration DECISION_LATENCY = Duration.ofSeconds(5);

    private static Rest anybody;
    private static Rest operator;
    private static JsonObject settingsBefore;

    @BeforeAll
    static void enter(RunningSystem running) {
        anybody = new Rest(running).with("Cache-Control", "no-cache");
        operator = anybody.as("operator", running.password());
        settingsBefore = operator.get(SETTINGS).json();
        change(Json.createObjectBuilder(settingsBefore)
                .add("scaleInWindow", "PT0S")
                .add("backlogPerInstance", PICTURES / 4)
                .add("policy", "backlog-per-instance")
                .build());
    }

    @AfterAll
    static void leaveAsFound() {
        change(settingsBefore);
    }

    @Test
    void aBurstIsAnsweredByAFleetThatComesWithItAndGoesAfterIt() throws InterruptedException, ExecutionException {
        await().atMost(PATIENCE).until(() -> alive() == 0);
        int maximum = operator.get(SETTINGS).json().getInt("maximum");
        Instant began = Instant.now();

        List<String> labels = recognizeAll();

        Instant answered = Instant.now();
        assertThat(labels).hasSize(PICTURES).containsOnly("drilling platform");
        await().atMost(PATIENCE).until(() -> alive() == 0);
        assertThat(Duration.between(answered, Instant.now())).isLessThan(UNTIL_GONE);
        List<JsonObject> steps = stepsSince(began);
        assertThat(steps.stream().map(ElasticityIT::desired)).contains(maximum);
        assertThat(desired(steps.get(0))).isZero();
        assertThat(steps)
                .allSatisfy(step -> assertThat(step.getJsonObject("decision").getString("reason"))
                        .contains("requests"));
        Instant launched = steps.stream()
                .filter(step -> step.getJsonArray("acts").toString().contains("launched"))
                .map(ElasticityIT::at)
                .min(Instant::compareTo)
                .orElseThrow();
        assertThat(Duration.between(began, launched)).isLessThan(DECISION_LATENCY);
        assertThat(operator.get("/api/fleet").json().getJsonObject("tally").getInt("busyKilled"))
                .isZero();
    }

    private static List<String> recognizeAll() throws InterruptedException, ExecutionException {
        byte[] picture = Pictures.bytes("rocket.jpg");
        ExecutorService threads = Executors.newFixedThreadPool(PICTURES);
        try {
            List<Future<Rest.Answer>> asked = new ArrayList<>();
            for (int i = 0; i < PICTURES; i++) {
                asked.add(threads.submit(() -> anybody.form("?wait=60", "image", "rocket.jpg", picture)));
            }
            List<String> labels = new ArrayList<>();
            for (Future<Rest.Answer> answer : asked) {
                labels.add(labelOf(answer.get()));
            }
            return labels;
        } finally {
            threads.shutdown();
        }
    }

    private static String labelOf(Rest.Answer first) {
        String id = first.text("id");
        return await().atMost(PATIENCE)
                .until(() -> anybody.get("/api/recognitions/" + id + "?wait=30").json(), ElasticityIT::isAnswered)
                .getString("label");
    }

    private static boolean isAnswered(JsonObject recognition) {
        return !recognition.getString("status").equals("waiting");
    }

    /** Newest first. */
    private static List<JsonObject> stepsSince(Instant start) {
        return operator
                .get("/api/fleet/decisions?limit=50")
                .json()
                .getJsonArray("decisions")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(step -> at(step).isAfter(start))
                .toList();
    }

    private static Instant at(JsonObject step) {
        return Instant.parse(step.getJsonObject("observation").getString("at"));
    }

    private static int desired(JsonObject step) {
        return step.getJsonObject("decision").getInt("desiredCapacity");
    }

    private static int alive() {
        JsonObject supply =
                operator.get("/api/fleet").json().getJsonObject("observation").getJsonObject("supply");
        return List.of("launched", "pending", "starting", "ready", "draining", "terminating").stream()
                .mapToInt(supply::getInt)
                .sum();
    }

    private static void change(JsonObject settings) {
        String tag = operator.get(SETTINGS).header("ETag");
        assertThat(operator.with("If-Match", tag)
                        .call("PUT", SETTINGS, settings.toString())
                        .status())
                .isEqualTo(200);
    }
}
