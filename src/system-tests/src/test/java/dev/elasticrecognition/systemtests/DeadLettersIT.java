package dev.elasticrecognition.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.elasticrecognition.testkit.LocalCloud;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Requests that kill their workers, played by this test, which takes them and never answers. No worker runs. */
@ExtendWith(Browser.Provider.class)
class DeadLettersIT {

    private static final int MAX_RECEIVES = 2;
    private static final String REQUESTS = "elastic-requests";
    private static final String LABEL = "drilling platform";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DEAD_LETTERS = "/api/fleet/dead-letters";

    @TempDir
    private static Path directory;

    private static LocalCloud cloud;
    private static S3Client s3;
    private static SqsClient sqs;
    private static FrontEndProcess front;
    private static Rest rest;
    private static Rest operator;

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(directory.resolve("cloud"));
        s3 = Cloud.s3(cloud);
        sqs = Cloud.sqs(cloud);
        front = new FrontEndProcess(
                directory.resolve("front"),
                cloud,
                Map.of(
                        "ELASTIC_FLEET_MAXIMUM", "0",
                        "ELASTIC_QUEUE_MAX_RECEIVES", Integer.toString(MAX_RECEIVES),
                        "ELASTIC_DEAD_LETTERS_COLLECT", "PT0.2S",
                        "ELASTIC_LEDGER_RECONCILE", "PT1S"));
        front.awaitReady();
        rest = front.rest();
        operator = front.rest().as("operator", front.password().orElseThrow());
    }

    @AfterAll
    static void stop() {
        front.close();
        sqs.close();
        s3.close();
        cloud.close();
    }

    @Test
    void aRequestThatNeverComesToAnEndFailsAndIsAnsweredWhenItIsRedriven() {
        List<Integer> before = counts();
        String id = upload();
        String waitingTag = ask(id).header("ETag");
        CompletableFuture<Rest.Answer> waiting =
                CompletableFuture.supplyAsync(() -> rest.get("/api/recognitions/" + id + "?wait=60"));
        die();

        Rest.Answer failed = waiting.join();
        JsonObject problem = failed.json().getJsonObject("problem");
        assertThat(failed.text("status")).isEqualTo("failed");
        assertThat(problem.getString("type")).isEqualTo("urn:problem-type:elastic-recognition:gave-up");
        assertThat(problem.getInt("status")).isEqualTo(500);
        assertThat(problem.getString("detail")).contains("begun " + MAX_RECEIVES + " times");
        assertThat(ask(id).header("ETag")).isNotEqualTo(waitingTag);
        assertThat(listed("failed")).contains(id);
        JsonObject letter = awaitDeadLetters(1).get(0);
        assertThat(letter.getString("id")).isEqualTo(id);
        assertThat(letter.getString("reason")).isEqualTo(problem.getString("detail"));
        assertThat(letter.getInt("receiveCount")).isEqualTo(MAX_RECEIVES);
        assertThat(rest.download(URI.create(letter.getString("image")).getPath())
                        .body())
                .isEqualTo(Pictures.bytes("rocket.jpg"));
        assertThat(operator.get(DEAD_LETTERS + "/" + id).json()).isEqualTo(letter);
        awaitCounts(before, 0, 1, 0);
        awaitMetric(1);

        assertThat(redrive(id)).isEqualTo(202);

        assertThat(ask(id).text("status")).isEqualTo("waiting");
        assertThat(listed("waiting")).contains(id);
        assertThat(listed("failed")).doesNotContain(id);
        assertThat(deadLetters("")).isEmpty();
        awaitCounts(before, 0, 0, 1);
        Message again = take();
        answer(again);
        announce(again);
        assertThat(rest.get("/api/recognitions/" + id + "?wait=60").text("label"))
                .isEqualTo(LABEL);
        awaitCounts(before, 1, 0, 0);
        awaitMetric(0);
        assertThat(front.log()).contains("Request " + id + " was given up.", "operator redrove request " + id);
    }

    @Test
    void aDiscardedOneHasFailedForGood() {
        List<Integer> before = counts();
        String id = upload();
        die();
        awaitDeadLetters(1);

        assertThat(operator.call("DELETE", DEAD_LETTERS + "/" + id, "").status())
                .isEqualTo(204);

        assertThat(ask(id).text("status")).isEqualTo("failed");
        assertThat(deadLetters("")).isEmpty();
        assertThat(redrive(id)).isEqualTo(404);
        assertThat(operator.call("DELETE", DEAD_LETTERS + "/" + id, "").status())
                .isEqualTo(404);
        awaitCounts(before, 0, 1, 0);
        assertThat(front.log()).contains("operator discarded the dead letter of request " + id);
    }

    @Test
    void manyAreListedPageByPageAndRedrivenTogether() {
        sqs.sendMessage(send -> send.queueUrl(queue("elastic-dead-letters")).messageBody("no request"));
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> upload()).toList();
        die();
        awaitDeadLetters(5);

        JsonObject first = operator.get(DEAD_LETTERS + "?limit=3").json();
        URI next = URI.create(first.getString("next"));
        JsonObject second = operator.get(next.getPath() + "?" + next.getQuery()).json();

        assertThat(Stream.of(first, second).flatMap(page -> ids(page).stream()))
                .containsExactlyElementsOf(ids.stream().sorted().toList());
        assertThat(second.containsKey("next")).isFalse();
        JsonObject redriven =
                operator.call("POST", DEAD_LETTERS + "/redrive?limit=4", "").json();
        assertThat(redriven.getInt("sentAgain")).isEqualTo(4);
        assertThat(redriven.getInt("left")).isEqualTo(1);
        assertThat(operator.call("POST", DEAD_LETTERS + "/redrive", "").json().getInt("sentAgain"))
                .isEqualTo(1);
        ids.forEach(id -> answer(take()));
        assertThat(ids).allMatch(id -> ask(id).text("status").equals("succeeded"));
        assertThat(front.log()).containsOnlyOnce("in the dead-letter queue can't be read");
    }

    @Test
    void oneThatIsAnsweredAlreadyIsNotRedriven() {
        String id = upload();
        die();
        awaitDeadLetters(1);
        String record = s3.getObjectAsBytes(get -> get.bucket("elastic-control").key("dead/" + id + ".json"))
                .asUtf8String();
        redrive(id);
        answer(take());
        // As if the front end had died before it removed the record.
        s3.putObject(put -> put.bucket("elastic-control").key("dead/" + id + ".json"), RequestBody.fromString(record));

        Rest.Answer refused = operator.call("POST", DEAD_LETTERS + "/" + id + "/redrive", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("already-answered");
        assertThat(deadLetters("")).isEmpty();
        assertThat(ask(id).text("label")).isEqualTo(LABEL);
    }

    @Test
    void inABrowserTheyAreSeenSentAgainAndDeleted(Browser browser) {
        String again = upload();
        String never = upload();
        die();
        awaitDeadLetters(2);
        try (Visit visit = browser.visit(front.address())) {
            Page page = visit.page();
            page.navigate("/console/dead-letters");
            visit.signIn(front.password().orElseThrow());
            assertThat(page.locator(".letters li")).hasCount(2);
            assertThat(letter(page, again)).containsText("begun " + MAX_RECEIVES + " times");
            assertThat((boolean) letter(page, again)
                            .locator("img")
                            .evaluate("image => image.decode().then(() => image.naturalWidth > 0)"))
                    .isTrue();
            visit.look("console-dead-letters");

            button(letter(page, again), "Send again").click();
            assertThat(page.locator("#said")).containsText("It waits for the workers again");
            assertThat(letter(page, again)).hasCount(0);
            button(letter(page, never), "Delete").click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("has failed for good");
            page.locator("#confirm-yes").click();

            assertThat(page.locator("#none")).isVisible();
        }
        assertThat(ask(never).text("status")).isEqualTo("failed");
        answer(take());
        assertThat(ask(again).text("status")).isEqualTo("succeeded");
        assertThat(deadLetters("")).isEmpty();
    }

    private static Locator letter(Page page, String id) {
        return page.locator("[id='" + id + "']");
    }

    private static Locator button(Locator letter, String name) {
        return letter.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', 401",
        "GET, /fe5df313-d959-8541-bb22-2c2643bccdca, 401",
        "POST, /redrive, 401",
        "POST, /fe5df313-d959-8541-bb22-2c2643bccdca/redrive, 401",
        "DELETE, /fe5df313-d959-8541-bb22-2c2643bccdca, 401"
    })
    void theyAreForOperatorsOnly(String method, String path, int status) {
        assertThat(rest.call(method, DEAD_LETTERS + path, "").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /fe5df313-d959-8541-bb22-2c2643bccdca, 404, dead-letter-unknown",
        "GET, /none, 404, dead-letter-unknown",
        "GET, ?cursor=none, 400, invalid-cursor",
        "GET, ?limit=0, 400, invalid-limit",
        "POST, /redrive?limit=1001, 400, invalid-limit",
        "POST, /none/redrive, 404, dead-letter-unknown",
        "DELETE, /none, 404, dead-letter-unknown"
    })
    void whatMakesNoSenseIsRefused(String method, String path, int status, String type) {
        Rest.Answer refused = operator.call(method, DEAD_LETTERS + path, "");

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("type")).endsWith(":" + type);
    }

    private static String upload() {
        return rest.post("", "image/jpeg", Pictures.bytes("rocket.jpg")).text("id");
    }

    private static Rest.Answer ask(String id) {
        return rest.get("/api/recognitions/" + id);
    }

    private static int redrive(String id) {
        return operator.call("POST", DEAD_LETTERS + "/" + id + "/redrive", "").status();
    }

    private static List<String> listed(String state) {
        return rest.get("/api/recognitions?limit=100&state=" + state).json().getJsonArray("recognitions").stream()
                .map(request -> request.asJsonObject().getString("id"))
                .toList();
    }

    private static List<JsonObject> deadLetters(String query) {
        return operator.get(DEAD_LETTERS + query)
                .json()
                .getJsonArray("deadLetters")
                .getValuesAs(JsonObject.class);
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("deadLetters").getValuesAs(JsonObject.class).stream()
                .map(letter -> letter.getString("id"))
                .toList();
    }

    private static List<JsonObject> awaitDeadLetters(int count) {
        return await().atMost(PATIENCE).until(() -> deadLetters(""), letters -> letters.size() == count);
    }

    private static void awaitMetric(int count) {
        await().atMost(PATIENCE)
                .until(() -> operator.get("/metrics").body().contains("elastic_dead_letters " + count + ".0"));
    }

    /** Succeeded, failed and waiting. */
    private static List<Integer> counts() {
        JsonObject ledger = rest.get("/api/ledger").json();
        assertThat(ledger.getInt("accepted"))
                .isEqualTo(ledger.getInt("succeeded") + ledger.getInt("failed") + ledger.getInt("waiting"));
        return List.of(ledger.getInt("succeeded"), ledger.getInt("failed"), ledger.getInt("waiting"));
    }

    private static void awaitCounts(List<Integer> before, int succeeded, int failed, int waiting) {
        List<Integer> expected = List.of(before.get(0) + succeeded, before.get(1) + failed, before.get(2) + waiting);
        await().atMost(PATIENCE).until(DeadLettersIT::counts, expected::equals);
    }

    /** Takes all requests, again and again, and never comes to an end, until the queue gives up on them. */
    private static void die() {
        String url = queue(REQUESTS);
        await().atMost(PATIENCE).until(() -> {
            sqs.receiveMessage(
                    receive -> receive.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(0));
            return sqs.getQueueAttributes(
                            get -> get.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                    .attributes()
                    .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                    .equals("0");
        });
    }

    /** Takes one request for good. */
    private static Message take() {
        String url = queue(REQUESTS);
        Message message = await().atMost(PATIENCE)
                .until(
                        () -> sqs.receiveMessage(receive -> receive.queueUrl(url))
                                .messages(),
                        messages -> !messages.isEmpty())
                .get(0);
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
        return message;
    }

    private static void answer(Message request) {
        String id = json(request.body()).getJsonObject("image").getString("key");
        s3.putObject(
                put -> put.bucket("elastic-output").key(id + ".json").ifNoneMatch("*"),
                RequestBody.fromString(answerTo(request)));
    }

    private static void announce(Message request) {
        String replyTo = json(request.body()).getString("replyTo");
        sqs.sendMessage(send -> send.queueUrl(queue(replyTo)).messageBody(answerTo(request)));
    }

    private static String answerTo(Message request) {
        JsonObject prediction = Json.createObjectBuilder()
                .add("label", LABEL)
                .add("classIndex", 540)
                .add("confidence", 0.5)
                .build();
        JsonObject timings = Json.createObjectBuilder()
                .add("waitingMs", 1)
                .add("fetchingMs", 1)
                .add("decodingMs", 1)
                .add("inferenceMs", 1)
                .build();
        return Json.createObjectBuilder()
                .add("version", 1)
                .add("input", json(request.body()).getJsonObject("image"))
                .add(
                        "output",
                        Json.createObjectBuilder(prediction)
                                .add("status", "succeeded")
                                .add("predictions", Json.createArrayBuilder().add(prediction))
                                .add("model", "puppet")
                                .add("timings", timings)
                                .add("at", Instant.now().toString()))
                .build()
                .toString();
    }

    private static String queue(String name) {
        return sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
