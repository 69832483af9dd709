package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.systemtests.TraceCollector.Seen;
import dev.elasticrecognition.testkit.LocalCloud;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** A front end and the worker that it launches, both told to trace and to log in JSON. */
class TracingIT {

    private static final String OUTPUT = "elastic-output";

    private static final String FRONT = "elastic-recognition-front";
    private static final String WORKER = "elastic-recognition-worker";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    @TempDir
    private static Path data;

    private static TraceCollector collector;
    private static LocalCloud cloud;
    private static FrontEndProcess front;

    @BeforeAll
    static void start() throws IOException {
        collector = new TraceCollector();
        cloud = LocalCloud.start(data.resolve("cloud"));
        front = new FrontEndProcess(
                data.resolve("front"),
                cloud,
                Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint().toString(),
                        "OTEL_BSP_SCHEDULE_DELAY", "500",
                        "ELASTIC_LOG_FORMAT", "json",
                        "ELASTIC_FLEET_MAXIMUM", "1",
                        "ELASTIC_QUEUE_VISIBILITY_TIMEOUT", "PT5S",
                        "ELASTIC_WORKER_COMMAND",
                                RunningSystem.HOME
                                        .resolve("liberty/worker/target/usr/servers/worker/start")
                                        .toString()));
        front.awaitReady();
    }

    @AfterAll
    static void stop() {
        front.close();
        cloud.close();
        collector.close();
    }

    @Test
    void oneUploadIsOneTraceThroughFrontEndAndWorkerAndBack() throws IOException {
        Rest.Answer answer = front.rest()
                .with("traceparent", "00-%s-%s-01".formatted(TRACE, CALLER))
                .post("?wait=60", "image/jpeg", Pictures.bytes("rocket.jpg"));
        assertThat(answer.status()).isIn(200, 202);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ways(collector.trace(TRACE)))
                        .containsExactlyInAnyOrder(
                                FRONT + " POST /api/recognitions < caller",
                                FRONT + " put image < POST /api/recognitions",
                                FRONT + " send request < POST /api/recognitions",
                                WORKER + " process request < send request",
                                WORKER + " get image < process request",
                                WORKER + " recognize < process request",
                                WORKER + " put result < process request",
                                WORKER + " send response < process request",
                                FRONT + " process response < send request"));
        Seen call = span("POST /api/recognitions");
        assertThat(call.attributes())
                .containsEntry("http.response.status_code", Integer.toString(answer.status()))
                .containsEntry("http.route", "/api/recognitions")
                .containsEntry("elastic.request.id", answer.text("id"));
        assertThat(span("process request").attributes()).containsEntry("elastic.request.id", answer.text("id"));
    }

    /** The line of the log of either server, as JSON, has the ids as fields of their own. */
    @Test
    void whatGoesWrongIsFoundByTheRequestsIdInBothLogs() {
        try (S3Client s3 = Cloud.s3(cloud)) {
            removeOutput(s3);
            String id = front.rest()
                    .post("", "image/jpeg", Pictures.bytes("china.jpg"))
                    .text("id");

            assertThat(front.rest().get("/api/recognitions/" + id).status()).isEqualTo(503);
            assertThat(lines(data.resolve("front"), id))
                    .anySatisfy(line -> assertThat(line.getString("message")).contains("answered with 503"))
                    .allSatisfy(
                            line -> assertThat(line.getString("ext_traceId")).hasSize(32));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(lines(data.resolve("cloud/instances"), id))
                            .anySatisfy(line ->
                                    assertThat(line.getString("message")).contains("is tried again"))
                            .allSatisfy(line ->
                                    assertThat(line.getString("ext_traceId")).hasSize(32)));
            assertThat(front.rest().get("/health/ready").http().body())
                    .contains("\"output bucket\":\"doesn't answer\"")
                    .contains("\"input bucket\":\"answers\"");

            s3.createBucket(create -> create.bucket(OUTPUT));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> front.rest()
                            .get("/api/recognitions/" + id)
                            .text("status")
                            .equals("succeeded"));
        }
    }

    @Test
    void theFrontEndTellsThatItIsStartedLiveAndReadyAndWhatItStandsOn() {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(TracingIT::assertThatAllIsWell);
    }

    private static void assertThatAllIsWell() {
        for (String path : List.of("/health/started", "/health/live", "/health/ready")) {
            assertThat(front.rest().get(path).status()).as(path).isEqualTo(200);
        }
        JsonObject ready =
                front.rest().get("/health/ready").json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                        .filter(check -> check.getString("name").equals("stores and queues"))
                        .findFirst()
                        .orElseThrow();
        assertThat(ready.getJsonObject("data"))
                .containsOnlyKeys("input bucket", "output bucket", "control bucket", "request queue", "response queue");
    }

    private static void removeOutput(S3Client s3) {
        s3.listObjectsV2Paginator(list -> list.bucket(OUTPUT))
                .contents()
                .forEach(object ->
                        s3.deleteObject(delete -> delete.bucket(OUTPUT).key(object.key())));
        s3.deleteBucket(delete -> delete.bucket(OUTPUT));
    }

    /** The lines of all consoles below a directory that were logged for a request. */
    private static List<JsonObject> lines(Path directory, String request) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> Set.of("front.log", "console.log")
                            .contains(file.getFileName().toString()))
                    .flatMap(TracingIT::lines)
                    .filter(line -> line.getString("ext_requestId", "").equals(request))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonObject> lines(Path console) {
        try {
            return Files.readString(console)
                    .lines()
                    .filter(line -> line.startsWith("{") && line.endsWith("}"))
                    .map(line -> Json.createReader(new StringReader(line)).readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seen span(String name) {
        return collector.trace(TRACE).stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Each span by its service, its name and its parent's name. */
    private static List<String> ways(List<Seen> spans) {
        return spans.stream()
                .map(span -> "%s %s < %s".formatted(span.service(), span.name(), parent(span, spans)))
                .toList();
    }

    private static String parent(Seen span, List<Seen> spans) {
        Optional<String> name = spans.stream()
                .filter(other -> other.id().equals(span.parent()))
                .map(Seen::name)
                .findFirst();
        return Stream.of(name, Optional.of("caller").filter(any -> span.parent().equals(CALLER)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("nobody");
    }
}
