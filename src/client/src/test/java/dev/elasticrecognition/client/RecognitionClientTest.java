package dev.elasticrecognition.client;

import static dev.elasticrecognition.client.ServiceStandIn.brokenConnection;
import static dev.elasticrecognition.client.ServiceStandIn.elsewhere;
import static dev.elasticrecognition.client.ServiceStandIn.failed;
import static dev.elasticrecognition.client.ServiceStandIn.foundFailed;
import static dev.elasticrecognition.client.ServiceStandIn.gaveUp;
import static dev.elasticrecognition.client.ServiceStandIn.half;
import static dev.elasticrecognition.client.ServiceStandIn.overloaded;
import static dev.elasticrecognition.client.ServiceStandIn.page;
import static dev.elasticrecognition.client.ServiceStandIn.problem;
import static dev.elasticrecognition.client.ServiceStandIn.refused;
import static dev.elasticrecognition.client.ServiceStandIn.succeeded;
import static dev.elasticrecognition.client.ServiceStandIn.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RetryPolicy QUICK =
            new RetryPolicy(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(300));

    private ServiceStandIn service;
    private RecognitionClient client;

    @BeforeEach
    void start() throws IOException {
        service = ServiceStandIn.start();
        client = new RecognitionClient(service.uri(), Credentials.none(), QUICK);
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void anImageGetsItsLabel() throws Exception {
        Recognition answer = client.recognize(picture("cat"), PATIENCE);

        assertThat(answer).isInstanceOfSatisfying(Recognition.Succeeded.class, result -> {
            assertThat(result.label()).isEqualTo("cat");
            assertThat(result.confidence()).isEqualTo(0.87654);
            assertThat(result.predictions()).containsExactly(new Prediction("cat", 281, 0.87654));
            assertThat(result.timings()).containsEntry("decode", "1.5");
        });
    }

    @Test
    void aFileIsSentUnderItsName(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("cat.jpg"), "picture of cat");

        client.submit(file);

        assertThat(service.requests().get(0).fileName()).isEqualTo("cat.jpg");
        assertThat(service.requests().get(0).uri()).hasToString("/api/recognitions?wait=0");
    }

    @Test
    void anOddFileNameArrivesWhole() throws Exception {
        client.submit(new Image("Kätz\"chen 猫.jpg", bytes("picture of cat")));

        assertThat(service.requests().get(0).fileName()).isEqualTo("Kätz%22chen 猫.jpg");
    }

    @Test
    void aRefusalIsAProblemAndIsNotRepeated() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.recognize(new Image("a.txt", bytes("text")), PATIENCE))
                .satisfies(refusal -> assertThat(refusal.problem().status()).isEqualTo(415))
                .withMessageContaining("This is no picture");
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void aProblemThatNamesARecognitionIsItsFailure() throws Exception {
        service.lineUp(failed(422, "Cut short"));

        Recognition answer = client.recognize(picture("cat"), PATIENCE);

        assertThat(answer).isInstanceOfSatisfying(Recognition.Failed.class, failure -> {
            assertThat(failure.id()).isEqualTo("r1");
            assertThat(failure.problem().explanation()).isEqualTo("Cut short");
        });
    }

    @Test
    void asksUntilTheLabelIsThere() throws Exception {
        service.lineUp(waiting("r1"), waiting("r1"), succeeded("dog"));

        Recognition answer = client.recognize(picture("cat"), PATIENCE);

        assertThat(answer).isInstanceOf(Recognition.Succeeded.class);
        assertThat(service.requests())
                .extracting(request -> request.method() + " " + request.uri().getPath())
                .containsExactly("POST /api/recognitions", "GET /api/recognitions/r1", "GET /api/recognitions/r1");
    }

    @Test
    void asksUntilItHasFailed() throws Exception {
        service.lineUp(waiting("r1"), foundFailed("Damaged"));

        assertThat(client.recognize(picture("cat"), PATIENCE)).isInstanceOf(Recognition.Failed.class);
    }

    @Test
    void isStillWaitingWhenPatienceIsOver() throws Exception {
        service.lineUp(waiting("r1"), waiting("r1"), waiting("r1"), waiting("r1"));

        Recognition answer = client.recognize(picture("cat"), Duration.ofMillis(300));

        assertThat(answer).isEqualTo(new Recognition.Waiting("r1"));
    }

    @Test
    void aRetryComesNoSoonerThanTheServiceAsked() throws Exception {
        service.lineUp(overloaded("1"), succeeded("cat"));

        client.recognize(picture("cat"), PATIENCE);

        List<ServiceStandIn.Request> tries = service.requests();
        assertThat(tries).hasSize(2);
        assertThat(tries.get(1).nanoTime() - tries.get(0).nanoTime())
                .isGreaterThan(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void allTriesOfARequestCarryOneKeyAndTheWholeImage() throws Exception {
        service.lineUp(refused(429, "Slower"), refused(503, "Away"), succeeded("cat"));

        client.recognize(picture("cat"), PATIENCE);
        client.recognize(picture("cat"), PATIENCE);

        List<ServiceStandIn.Request> tries = service.requests();
        assertThat(tries).extracting(ServiceStandIn.Request::idempotencyKey).doesNotContainNull();
        assertThat(tries.subList(0, 3))
                .allMatch(one -> one.idempotencyKey().equals(tries.get(0).idempotencyKey()))
                .allMatch(one -> one.body().contains("picture of cat"));
        assertThat(tries.get(3).idempotencyKey()).isNotEqualTo(tries.get(0).idempotencyKey());
    }

    @Test
    void doesNotWaitForARetryThatPatienceForbids() {
        service.lineUp(overloaded("3600"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.recognize(picture("cat"), PATIENCE))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).contains(Duration.ofHours(1)));
    }

    @Test
    void aBrokenConnectionIsNoEnd() throws Exception {
        service.lineUp(brokenConnection(), brokenConnection());

        assertThat(client.recognize(picture("cat"), PATIENCE)).isInstanceOf(Recognition.Succeeded.class);
    }

    @Test
    void nobodyThereIsToldAfterTheOutageThatIsAllowed() {
        service.close();

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> client.recognize(picture("cat"), PATIENCE))
                .withMessageContaining(service.uri().toString());
    }

    @Test
    void anotherProgramsAnswerIsNotUnderstood() {
        service.lineUp(page(), half());

        assertThatExceptionOfType(IncomprehensibleAnswerException.class)
                .isThrownBy(() -> client.submit(picture("cat")));
        assertThatExceptionOfType(IncomprehensibleAnswerException.class)
                .isThrownBy(() -> client.submit(picture("cat")));
    }

    @Test
    void anUnknownRecognitionIsAProblem() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.find("no/such", Duration.ZERO))
                .satisfies(refusal -> assertThat(refusal.problem().status()).isEqualTo(404));
        assertThat(service.requests().get(0).uri().getRawPath()).isEqualTo("/api/recognitions/no%2Fsuch");
    }

    @Test
    void aTokenGoesWithEveryRequest() throws Exception {
        service.lineUp(waiting("r1"), succeeded("cat"));
        try (var known = new RecognitionClient(service.uri(), Credentials.bearer("abc~1=="), QUICK)) {
            known.recognize(picture("cat"), PATIENCE);
        }

        assertThat(service.requests())
                .hasSize(2)
                .allMatch(request -> request.header("Authorization").equals("Bearer abc~1=="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "töken"})
    void refusesWhatCanBeNoToken(String token) {
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.bearer(token));
    }

    @Test
    void isSentNowhereElse() {
        service.lineUp(elsewhere(service.uri() + "/elsewhere"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.submit(picture("cat")))
                .withMessageContaining("it is at " + service.uri() + "/elsewhere");
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void problemsAreToldApartByTheirKind() {
        service.lineUp(problem(422, "idempotency-key-reused", "Another image"), refused(418, "A teapot"));

        assertThat(kindOfRefusal()).isEqualTo(ProblemKind.IDEMPOTENCY_KEY_REUSED);
        assertThat(kindOfRefusal()).isEqualTo(ProblemKind.OTHER);
    }

    @Test
    void whatWasGivenUpHasFailed() throws Exception {
        service.lineUp(gaveUp());

        assertThat(client.recognize(picture("cat"), PATIENCE))
                .isInstanceOfSatisfying(
                        Recognition.Failed.class,
                        failure -> assertThat(failure.problem().kind()).isEqualTo(ProblemKind.GAVE_UP));
    }

    @Test
    void comesAgainWhileTheFirstTryIsStillBeingTakenIn() throws Exception {
        service.lineUp(problem(409, "request-in-progress", "Still reading"));

        assertThat(client.recognize(picture("cat"), "key 1", PATIENCE)).isInstanceOf(Recognition.Succeeded.class);
        assertThat(service.requests())
                .extracting(ServiceStandIn.Request::idempotencyKey)
                .containsExactly("key 1", "key 1");
    }

    @Test
    void cancels() throws Exception {
        service.lineUp(foundFailed("Cancelled"), problem(409, "already-answered", "Too late"));

        assertThat(client.cancel("r1")).isInstanceOf(Recognition.Failed.class);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.cancel("r1"))
                .satisfies(refusal -> assertThat(refusal.problem().kind()).isEqualTo(ProblemKind.ALREADY_ANSWERED));
        assertThat(service.requests())
                .allMatch(request -> request.method().equals("DELETE")
                        && request.uri().getPath().equals("/api/recognitions/r1"));
    }

    @Test
    void isReadyWhenTheServiceSaysSo() {
        service.lineUp(refused(503, "Starting"));

        assertThat(client.isReady()).isFalse();
        assertThat(client.isReady()).isTrue();
        service.close();
        assertThat(client.isReady()).isFalse();
    }

    @Test
    void refusesWhatIsNoHttpUrl() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RecognitionClient(URI.create("localhost:9080")));
    }

    private ProblemKind kindOfRefusal() {
        return catchThrowableOfType(ProblemException.class, () -> client.submit(picture("cat")))
                .problem()
                .kind();
    }

    private static Image picture(String label) {
        return new Image(label + ".jpg", bytes("picture of " + label));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
