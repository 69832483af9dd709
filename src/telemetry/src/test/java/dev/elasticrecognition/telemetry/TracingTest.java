package dev.elasticrecognition.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.AwaitedResults;
import dev.elasticrecognition.domain.recognition.DeliverResult;
import dev.elasticrecognition.domain.recognition.EarlierAnswers;
import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognizeImage;
import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.recognition.SubmitImage;
import dev.elasticrecognition.testkit.InMemoryImageStore;
import dev.elasticrecognition.testkit.InMemoryMessageQueue;
import dev.elasticrecognition.testkit.InMemoryResultStore;
import dev.elasticrecognition.testkit.MovableClock;
import dev.elasticrecognition.testkit.Samples;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A front end and a worker, each with tracing of its own, that share nothing but queues and stores. */
class TracingTest {

    private static final Duration VISIBILITY_TIMEOUT = Duration.ofSeconds(30);
    private static final ImageContent CONTENT = ImageContent.of(new byte[] {1, 2, 3});

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final InMemoryImageStore images = new InMemoryImageStore();
    private final InMemoryResultStore results = new InMemoryResultStore();
    private final MessageQueue<RecognitionRequest> requests = new InMemoryMessageQueue<>(clock, VISIBILITY_TIMEOUT);
    private final MessageQueue<RecognitionResult> responses = new InMemoryMessageQueue<>(clock, VISIBILITY_TIMEOUT);
    private final SentRequests sent = new SentRequests(clock);
    private final RecognitionRequest request = Samples.request(Samples.id());

    private final InMemorySpanExporter seen = InMemorySpanExporter.create();
    private final Tracing front = tracing();
    private final Tracing worker = tracing();

    @Test
    void oneRequestIsOneTraceThereAndBack() {
        submit();
        answer(new Zebra());
        deliver();

        assertThat(seen.getFinishedSpanItems()).extracting(SpanData::getTraceId).containsOnly(traceOf("send request"));
        assertThat(parents())
                .isEqualTo(Map.of(
                        "send request", "",
                        "process request", "send request",
                        "get image", "process request",
                        "recognize", "process request",
                        "put result", "process request",
                        "send response", "process request",
                        "process response", "send request"));
    }

    @Test
    void everySpanNamesItsRequestExceptTheModelsOwn() {
        submit();
        answer(new Zebra());
        deliver();

        assertThat(seen.getFinishedSpanItems())
                .filteredOn(span -> !span.getName().equals("recognize"))
                .extracting(span -> span.getAttributes().get(Words.REQUEST_ID))
                .containsOnly(request.id().value());
    }

    @Test
    void whatTheModelSaidIsShown() {
        submit();
        answer(new Zebra());

        assertThat(span("recognize").getAttributes().asMap())
                .containsEntry(Words.LABEL, "zebra")
                .containsEntry(Words.MODEL, "zebras")
                .containsEntry(Words.DECODING, 2.0)
                .containsEntry(Words.INFERENCE, 5.0);
    }

    @Test
    void aPictureThatCannotBeRecognisedIsNoError() {
        submit();
        answer(image -> {
            throw new RejectedImage(Problem.Kind.UNDECODABLE_IMAGE, "It is cut short.");
        });

        assertThat(span("recognize").getAttributes().get(Words.PROBLEM)).isEqualTo("UNDECODABLE_IMAGE");
        assertThat(seen.getFinishedSpanItems())
                .extracting(span -> span.getStatus().getStatusCode())
                .containsOnly(StatusCode.UNSET);
    }

    @Test
    void whatFailsIsShownWithItsReason() {
        submit();
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> answer(image -> {
                    throw new Unavailable("recognise", new IllegalStateException("no model"));
                }));

        assertThat(List.of(span("recognize"), span("process request"))).allSatisfy(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getStatus().getDescription()).contains("no model");
            assertThat(span.getAttributes().get(Words.ERROR_TYPE)).isEqualTo(Unavailable.class.getName());
        });
    }

    @Test
    void aRequestWithoutATraceBeginsOne() {
        images.put(request.submission(), CONTENT);
        requests.send(new RecognitionRequest(request.submission(), request.replyTo(), ""));
        answer(new Zebra());

        assertThat(span("process request").getParentSpanId()).isEqualTo(SpanId.getInvalid());
    }

    @Test
    void aResultThatNobodyHereAskedForIsDeliveredAllTheSame() {
        responses.send(Samples.recognized(Samples.id(), "zebra"));
        deliver();

        assertThat(seen.getFinishedSpanItems()).isEmpty();
        assertThat(responses.backlog().total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', false",
        "http://localhost:9, '', true",
        "http://localhost:9, false, true",
        "http://localhost:9, TRUE, false",
        "'', false, true",
        "'', true, false"
    })
    void isOnlyOnIfTheStandardVariablesSaySo(String endpoint, String disabled, boolean on) {
        Map<String, String> environment =
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint, "OTEL_SDK_DISABLED", disabled).entrySet().stream()
                        .filter(variable -> !variable.getValue().isEmpty())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        try (Tracing tracing = Tracing.of("test", environment)) {
            assertThat(tracing.calls().isPresent()).isEqualTo(on);
            assertThat(tracing.images(images) == images).isNotEqualTo(on);
        }
    }

    private void submit() {
        EarlierAnswers earlier = new EarlierAnswers(results, sent, Set::of, 0);
        new SubmitImage(images, earlier, results, front.requests(requests), sent, clock)
                .submit(request, CONTENT, false);
    }

    private void answer(Recognizing recognizer) {
        RecognizeImage recognizeImage = new RecognizeImage(
                worker.images(images),
                worker.recognizer(recognizer),
                worker.results(results),
                worker.responses((replyTo, result) -> responses.send(result)),
                5,
                clock);
        assertThat(receive(requests))
                .extracting(worker.answering(recognizeImage::answer)::apply)
                .isNotEmpty();
    }

    private void deliver() {
        DeliverResult deliverResult = new DeliverResult(new AwaitedResults(Runnable::run), sent);
        receive(responses).forEach(front.delivering(deliverResult::deliver));
    }

    private static <T> List<Lease<T>> receive(MessageQueue<T> queue) {
        return queue.receive(10, Duration.ZERO);
    }

    private Tracing tracing() {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(seen))
                .build();
        return new ExportedTracing(
                OpenTelemetrySdk.builder().setTracerProvider(provider).build());
    }

    private SpanData span(String name) {
        return seen.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String traceOf(String name) {
        return span(name).getTraceId();
    }

    /** Each span's name and that of its parent. */
    private Map<String, String> parents() {
        Map<String, String> names =
                seen.getFinishedSpanItems().stream().collect(Collectors.toMap(SpanData::getSpanId, SpanData::getName));
        return seen.getFinishedSpanItems().stream()
                .collect(Collectors.toMap(SpanData::getName, span -> names.getOrDefault(span.getParentSpanId(), "")));
    }

    /** A model by its one act. */
    private interface Recognizing extends Recognizer {

        @Override
        default void check() {}

        @Override
        default String modelId() {
            return "zebras";
        }
    }

    private static final class Zebra implements Recognizing {

        @Override
        public Recognition recognize(byte[] image) {
            return new Recognition(
                    List.of(new Prediction("zebra", 340, 0.875)), Duration.ofMillis(2), Duration.ofMillis(5));
        }
    }
}
