package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures are taken in whatever the form in which they come, and each becomes one request. */
@OnRunningSystem
class UploadIT {

    private static final String ROCKET = "rocket.jpg";
    private static final String LABEL = "drilling platform";
    private static final byte[] NO_PICTURE = "I am no picture".getBytes(StandardCharsets.UTF_8);

    private static Rest rest;

    @BeforeAll
    static void enter(RunningSystem system) {
        rest = new Rest(system);
    }

    @Test
    void aDataUrlIsAPicture() {
        Rest.Answer answer = rest.post(
                "?wait=60", "application/json", document(ROCKET).toString().getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("label")).isEqualTo(LABEL);
        assertThat(answer.text("fileName")).isEqualTo(ROCKET);
    }

    @Test
    void severalPicturesHaveAStateEach() {
        Rest.Answer answer = rest.form(
                "?wait=60",
                "image",
                List.of(
                        Rest.Part.of(ROCKET, Pictures.bytes(ROCKET)),
                        Rest.Part.of("notes.txt", NO_PICTURE),
                        Rest.Part.of("china.jpg", Pictures.bytes("china.jpg"))));

        assertThat(answer.status()).isEqualTo(200);
        JsonArray recognitions = answer.json().getJsonArray("recognitions");
        assertThat(statuses(recognitions)).containsExactly("succeeded", "refused", "succeeded");
        JsonObject refused = recognitions.getJsonObject(1);
        assertThat(refused.getString("fileName")).isEqualTo("notes.txt");
        assertThat(refused.getJsonObject("problem").getInt("status")).isEqualTo(415);
        assertThat(refused.containsKey("id")).isFalse();
    }

    @Test
    void severalDataUrlsHaveAStateEach() {
        JsonArray documents = Json.createArrayBuilder()
                .add(document(ROCKET))
                .add(Json.createObjectBuilder().add("image", dataUrl(NO_PICTURE)))
                .build();

        Rest.Answer answer =
                rest.post("?wait=60", "application/json", documents.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(statuses(answer.json().getJsonArray("recognitions"))).containsExactly("succeeded", "refused");
    }

    @Test
    void ofSeveralFilesThatAreNoPicturesNoneIsAccepted() {
        Rest.Answer answer =
                rest.form("", "image", List.of(Rest.Part.of("a.txt", NO_PICTURE), Rest.Part.of("b.txt", NO_PICTURE)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(statuses(answer.json().getJsonArray("recognitions"))).containsExactly("refused", "refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "null",
                "{",
                "{}",
                "[[]]",
                "{\"image\":7}",
                "{\"image\":\"https://example.org/a.jpg\"}",
                "{\"image\":\"data:image/png;base64,%%%\"}",
                "{\"image\":\"data:image/png,abc\"}",
                "{\"picture\":\"data:image/png;base64,AAAA\"}"
            })
    void whatIsNoDocumentWithPicturesIsRefused(String document) {
        Rest.Answer answer = rest.post("", "application/json", document.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aPictureThatComesAgainUnderItsKeyIsTheSameRequest() {
        Rest keyed = rest.with("Idempotency-Key", UUID.randomUUID().toString()).with("Cache-Control", "no-cache");

        String first = keyed.form("", "image", ROCKET, Pictures.bytes(ROCKET)).text("id");
        String again =
                keyed.post("?wait=60", "image/jpeg", Pictures.bytes(ROCKET)).text("id");
        Rest.Answer other = keyed.form("", "image", "china.jpg", Pictures.bytes("china.jpg"));

        assertThat(again).isEqualTo(first);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).endsWith("idempotency-key-reused");
    }

    @Test
    void picturesThatComeTogetherHaveAKeyEach() {
        Rest keyed = rest.with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        List<Rest.Part> parts = List.of(
                Rest.Part.of(ROCKET, Pictures.bytes(ROCKET)), Rest.Part.of("china.jpg", Pictures.bytes("china.jpg")));

        List<String> first = ids(keyed.form("?wait=60", "image", parts));

        assertThat(ids(keyed.form("?wait=60", "image", parts))).isEqualTo(first).doesNotHaveDuplicates();
    }

    @Test
    void ofRequestsWithOneKeyAtTheSameTimeOneIsDone() throws Exception {
        Rest keyed = rest.with("Idempotency-Key", UUID.randomUUID().toString()).with("Cache-Control", "no-cache");

        List<Rest.Answer> answers = atOnce(16, i -> keyed.form("?wait=60", "image", ROCKET, Pictures.bytes(ROCKET)));

        assertThat(answers).extracting(Rest.Answer::status).contains(200).isSubsetOf(200, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(answer -> answer.text("id"))
                        .distinct())
                .hasSize(1);
    }

    /** Who is answered by what is known wakes others who wait for the same request, in the middle of a call. */
    @Test
    void requestsWithOneKeyForAPictureThatIsKnownAreAnsweredAtTheSameTime() throws Exception {
        rest.form("?wait=60", "image", ROCKET, Pictures.bytes(ROCKET));
        for (int round = 0; round < 10; round++) {
            Rest keyed = rest.with("Idempotency-Key", UUID.randomUUID().toString());

            List<Rest.Answer> answers =
                    atOnce(16, i -> keyed.form("?wait=60", "image", ROCKET, Pictures.bytes(ROCKET)));

            assertThat(answers).extracting(Rest.Answer::status).contains(200).isSubsetOf(200, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 200)
                    .allMatch(answer -> LABEL.equals(answer.text("label")));
        }
    }

    @Test
    void theSamePictureIsAnsweredAtOnce() {
        rest.form("?wait=60", "image", ROCKET, Pictures.bytes(ROCKET));

        Rest.Answer again = rest.form("", "image", "again.jpg", Pictures.bytes(ROCKET));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("label")).isEqualTo(LABEL);
        assertThat(again.text("fileName")).isEqualTo("again.jpg");
        assertThat(again.json()
                        .getJsonObject("timings")
                        .getJsonNumber("inference")
                        .doubleValue())
                .isZero();
    }

    @Test
    void theSamePictureIsLookedAtAnewWhenThatIsAskedFor() {
        rest.form("?wait=60", "image", ROCKET, Pictures.bytes(ROCKET));

        Rest.Answer anew =
                rest.with("Cache-Control", "no-cache").form("?wait=60", "image", ROCKET, Pictures.bytes(ROCKET));

        assertThat(anew.json()
                        .getJsonObject("timings")
                        .getJsonNumber("inference")
                        .doubleValue())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "1209601", "soon", ""})
    void aTimeToLiveOutOfRangeIsRefused(String ttl) {
        Rest.Answer answer = rest.form("?ttl=" + ttl, "image", ROCKET, Pictures.bytes(ROCKET));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).endsWith("invalid-ttl");
    }

    @Test
    void theLedgerCountsWhatIsAccepted() {
        long before = ledger().getInt("accepted");
        rest.form("?wait=60", "image", ROCKET, Pictures.bytes(ROCKET));
        rest.form("?wait=60", "image", "notes.txt", NO_PICTURE);

        await().atMost(Duration.ofSeconds(5)).until(() -> ledger().getInt("accepted") == before + 1);

        JsonObject ledger = ledger();
        assertThat(ledger.getInt("accepted"))
                .isEqualTo(ledger.getInt("succeeded") + ledger.getInt("failed") + ledger.getInt("waiting"));
    }

    @Test
    void aHundredOfTheCoursesClientsAtOnceGetABareLabelEach() throws Exception {
        List<Rest.Answer> answers = atOnce(
                100,
                i -> rest.upload(
                        "/", "myfile", "test_" + i + ".jpg", Pictures.bytes(i % 2 == 0 ? ROCKET : "china.jpg")));

        assertThat(answers).extracting(Rest.Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.header("Content-Type"))
                .allMatch(type -> type.startsWith("text/plain"));
        assertThat(IntStream.range(0, 100).filter(i -> answers.get(i).body().equals(i % 2 == 0 ? LABEL : "palace")))
                .hasSize(100);
    }

    @Test
    void theCoursesClientsWhoAskByFileNameAreToldTheFileName() {
        Rest.Answer answer = rest.upload("/", "inputFile", "test_7.v2.jpg", Pictures.bytes(ROCKET));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("test_7.v2:" + LABEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"myfile", "inputFile"})
    void theCoursesClientsAreToldWhatIsNoPicture(String part) {
        assertThat(rest.upload("/", part, "notes.txt", NO_PICTURE).status()).isEqualTo(415);
        assertThat(rest.upload("/", part, "empty.jpg", new byte[0]).status()).isEqualTo(400);
    }

    @Test
    void aFormWithoutTheCoursesPartsIsRefused() {
        assertThat(rest.upload("/", "file", ROCKET, Pictures.bytes(ROCKET)).status())
                .isEqualTo(400);
    }

    private static JsonObject ledger() {
        return rest.get("/api/ledger").json();
    }

    private static JsonObject document(String picture) {
        return Json.createObjectBuilder()
                .add("fileName", picture)
                .add("image", dataUrl(Pictures.bytes(picture)))
                .build();
    }

    private static String dataUrl(byte[] content) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(content);
    }

    private static List<String> statuses(JsonArray recognitions) {
        return recognitions.getValuesAs(JsonObject.class).stream()
                .map(recognition -> recognition.getString("status"))
                .toList();
    }

    private static List<String> ids(Rest.Answer answer) {
        return answer.json().getJsonArray("recognitions").getValuesAs(JsonObject.class).stream()
                .map(recognition -> recognition.getString("id"))
                .toList();
    }

    private static List<Rest.Answer> atOnce(int calls, java.util.function.IntFunction<Rest.Answer> call)
            throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<Future<Rest.Answer>> answers = IntStream.range(0, calls)
                    .mapToObj(i -> threads.submit(() -> call.apply(i)))
                    .toList();
            List<Rest.Answer> all = new java.util.ArrayList<>();
            for (Future<Rest.Answer> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }
}
