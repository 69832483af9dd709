package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.systemtests.TraceCollector.Seen;
import dev.elasticrecognition.testkit.LocalCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A front end and the worker that it launches, both told to trace and to log in JSON. */
class TracingIT {

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
