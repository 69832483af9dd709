package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** A photograph goes in, its label comes out. */
@OnRunningSystem
class RecognitionIT {

    private static RunningSystem system;
    private static Rest rest;

    @BeforeAll
    static void enter(RunningSystem running) {
        system = running;
        rest = new Rest(running);
    }

    @Test
    void aFormThatWaitsIsAnsweredWithTheLabel() {
        Rest.Answer answer = rest.form("?wait=60", "image", "rocket.jpg", Pictures.bytes("rocket.jpg"));

        assertThat(answer.status()).isEqualTo(200);
        JsonObject recognition = answer.json();
        assertThat(recognition.getString("status")).isEqualTo("succeeded");
        assertThat(recognition.getString("label")).isEqualTo("drilling platform");
        assertThat(recognition.getInt("classIndex")).isEqualTo(540);
        assertThat(recognition.getJsonNumber("confidence").doubleValue()).isBetween(0.0, 1.0);
        assertThat(recognition.getJsonArray("predictions")).hasSize(5);
        assertThat(recognition.getJsonArray("predictions").getJsonObject(0).getString("label"))
                .isEqualTo("drilling platform");
    }

    @Test
    void aRawBodyIsAnsweredToo() {
        Rest.Answer answer = rest.post("?wait=60", "image/jpeg", Pictures.bytes("china.jpg"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getInt("classIndex")).isEqualTo(698);
        assertThat(answer.json().getJsonNumber("confidence").doubleValue()).isCloseTo(0.529, within(0.02));
    }

    @Test
    void whoDoesNotWaitIsToldWhereToAsk() {
        Rest.Answer accepted = rest.with("Cache-Control", "no-cache")
                .form("", "image", "rocket.png", Pictures.bytes("rocket-palette.png"));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.text("status")).isEqualTo("waiting");
        URI location = URI.create(accepted.header("Location"));
        assertThat(location.getPath()).isEqualTo("/api/recognitions/" + accepted.text("id"));

        Rest.Answer answer = rest.get(location.getPath() + "?wait=60");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("succeeded");
        assertThat(rest.get(location.getPath()).json()).isEqualTo(answer.json());
    }

    @Test
    void thePictureAndThePairAreInTheBuckets() {
        String name = "Zürich 夏.jpg";
        String id = rest.form("?wait=60", "image", name, Pictures.bytes("rocket.jpg"))
                .text("id");

        try (S3Client s3 = s3()) {
            HeadObjectResponse image =
                    s3.headObject(head -> head.bucket("elastic-input").key(id));
            assertThat(image.contentType()).isEqualTo("image/jpeg");
            assertThat(image.contentLength()).isEqualTo(Pictures.bytes("rocket.jpg").length);
            assertThat(image.metadata().get("sha256")).hasSize(64);
            String pair = s3.getObjectAsBytes(
                            get -> get.bucket("elastic-output").key(id + ".json"))
                    .asString(StandardCharsets.UTF_8);
            JsonObject stored = Json.createReader(new StringReader(pair)).readObject();
            assertThat(stored.getJsonObject("input").getString("key")).isEqualTo(id);
            assertThat(stored.getJsonObject("input").getString("fileName")).isEqualTo(name);
            assertThat(stored.getJsonObject("output").getString("label")).isEqualTo("drilling platform");
            assertThat(stored.getJsonObject("output").getJsonArray("predictions"))
                    .hasSize(5);
            assertThat(stored.getJsonObject("output").getString("model")).isNotBlank();
            assertThat(stored.getJsonObject("output").getJsonObject("timings")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"text, 415", "empty, 400", "cutShort, 422"})
    void whatIsNoPictureIsRefusedWithItsProblem(String kind, int status) {
        byte[] content = switch (kind) {
            case "text" -> "I am a photograph, believe me.".getBytes(StandardCharsets.UTF_8);
            case "empty" -> new byte[0];
            default -> Pictures.cutShort("rocket.jpg");
        };

        Rest.Answer form = rest.form("?wait=60", "image", "photo.jpg", content);
        Rest.Answer raw = rest.post("?wait=60", "image/jpeg", content);

        for (Rest.Answer answer : new Rest.Answer[] {form, raw}) {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().getInt("status")).isEqualTo(status);
            assertThat(answer.text("type")).startsWith("urn:problem-type:elastic-recognition:");
            assertThat(answer.text("detail")).isNotBlank();
        }
        assertThat(rest.get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void whatTheWorkerRefusesIsKeptAsFailedWithTheSameProblem() {
        Rest.Answer refused = rest.form("?wait=60", "image", "cut.jpg", Pictures.cutShort("rocket.jpg"));

        Rest.Answer state = rest.get("/api/recognitions/" + refused.text("id"));

        assertThat(state.status()).isEqualTo(200);
        assertThat(state.text("status")).isEqualTo("failed");
        assertThat(state.json().getJsonObject("problem")).isEqualTo(refused.json());
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertThat(rest.post("", "image/jpeg", new byte[21 * 1024 * 1024]).status())
                .isEqualTo(413);
    }

    @Test
    void aFormWithoutTheImagePartIsRefused() {
        Rest.Answer answer = rest.form("", "picture", "rocket.jpg", Pictures.bytes("rocket.jpg"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).endsWith(":image-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "61", "soon", "", "1.5"})
    void aWaitThatIsNoneIsRefused(String wait) {
        assertThat(rest.post("?wait=" + wait, "image/jpeg", Pictures.bytes("rocket.jpg"))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/recognitions/nobody-knows-me",
                "/api/recognitions/fe5df313-d959-8541-bb22-2c2643bccdca",
                "/api/nothing"
            })
    void whatIsNotThereIsNotFound(String path) {
        Rest.Answer answer = rest.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private static S3Client s3() {
        return S3Client.builder()
                .endpointOverride(URI.create(system.endpoints().getProperty("s3")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        system.credentials().getProperty("aws_access_key_id"),
                        system.credentials().getProperty("aws_secret_access_key"))))
                .build();
    }
}
