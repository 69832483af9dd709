package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.fleet.Prospect;
import dev.elasticrecognition.domain.fleet.Prospect.Capacity;
import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Recognized;
import dev.elasticrecognition.domain.recognition.RequestState.Waiting;
import dev.elasticrecognition.domain.recognition.Timings;
import dev.elasticrecognition.web.problems.ProblemDocument;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request and how it stands, as programs see it. What there isn't yet, or isn't at all, is absent.
 *
 * @param id names the request
 * @param status {@code waiting}, {@code succeeded} or {@code failed}; {@code refused} if it became no request at all
 * @param fileName as the client gave it, cleaned
 * @param label the most probable class, if it succeeded
 * @param classIndex that class's place in the model's labels
 * @param confidence the model's probability for it, 0 to 1
 * @param predictions the five most probable classes, most probable first
 * @param problem why it failed, if it did
 * @param model names the model that looked at the picture
 * @param submittedAt in ISO 8601, UTC
 * @param estimatedAnswerAt when a waiting request will probably be answered, if that can be told, in ISO 8601, UTC
 * @param requestsAhead how many requests are to be answered before or with a waiting one, if that can be told
 * @param capacity whether somebody is there to answer a waiting one, if that can be told: {@code ready}, {@code starting}
 *     or {@code none}
 * @param answeredAt in ISO 8601, UTC
 * @param timings where the time went, in milliseconds
 */
@JsonbPropertyOrder({
    "id",
    "status",
    "fileName",
    "label",
    "classIndex",
    "confidence",
    "predictions",
    "problem",
    "model",
    "submittedAt",
    "estimatedAnswerAt",
    "requestsAhead",
    "capacity",
    "answeredAt",
    "timings"
})
public record RecognitionDocument(
        String id,
        String status,
        String fileName,
        String label,
        Integer classIndex,
        Double confidence,
        List<Prediction> predictions,
        ProblemDocument problem,
        String model,
        String submittedAt,
        String estimatedAnswerAt,
        Integer requestsAhead,
        String capacity,
        String answeredAt,
        TimingsDocument timings)
        implements LabelLines {

    private static final String WAITING = "waiting";
    private static final String REFUSED = "refused";

    /** A picture that was refused at the door and became no request. */
    public static RecognitionDocument refused(String fileName, ProblemDocument problem) {
        return new RecognitionDocument(
                null, REFUSED, fileName, null, null, null, null, problem, null, null, null, null, null, null, null);
    }

    @Override
    public String lines() {
        return (label == null ? status : label) + "\n";
    }

    boolean isRefused() {
        return REFUSED.equals(status);
    }

    boolean isWaiting() {
        return WAITING.equals(status);
    }

    static RecognitionDocument waiting(Waiting request, Optional<Prospect> prospect) {
        return new RecognitionDocument(
                request.id().value(),
                WAITING,
                request.image().fileName(),
                null,
                null,
                null,
                null,
                null,
                null,
                request.id().time().toString(),
                prospect.flatMap(Prospect::answerAt).map(Instant::toString).orElse(null),
                prospect.map(Prospect::ahead).orElse(null),
                prospect.map(Prospect::capacity).map(RecognitionDocument::word).orElse(null),
                null,
                null);
    }

    static RecognitionDocument of(RecognitionResult result) {
        return result instanceof Recognized recognized ? succeeded(recognized) : failed((Failed) result);
    }

    private static String word(Capacity capacity) {
        return capacity.name().toLowerCase(Locale.ROOT);
    }

    private static RecognitionDocument succeeded(Recognized result) {
        Prediction top = result.top();
        return new RecognitionDocument(
                result.id().value(),
                "succeeded",
                result.image().fileName(),
                top.label(),
                top.classIndex(),
                top.confidence(),
                result.predictions(),
                null,
                result.modelId(),
                result.id().time().toString(),
                null,
                null,
                null,
                result.at().toString(),
                TimingsDocument.of(result.timings()));
    }

    private static RecognitionDocument failed(Failed result) {
        return new RecognitionDocument(
                result.id().value(),
                "failed",
                result.image().fileName(),
                null,
                null,
                null,
                null,
                ProblemDocument.of(result.problem(), result.id()),
                result.modelId().isEmpty() ? null : result.modelId(),
                result.id().time().toString(),
                null,
                null,
                null,
                result.at().toString(),
                TimingsDocument.of(result.timings()));
    }

    /** All in milliseconds: waiting for a worker, fetching the picture, decoding it, inference in the model. */
    @JsonbPropertyOrder({"waiting", "fetching", "decoding", "inference"})
    public record TimingsDocument(double waiting, double fetching, double decoding, double inference) {

        static TimingsDocument of(Timings timings) {
            return new TimingsDocument(
                    millis(timings.waiting()),
                    millis(timings.fetching()),
                    millis(timings.decoding()),
                    millis(timings.inference()));
        }

        private static double millis(Duration duration) {
            return Math.round(duration.toNanos() / 1e3) / 1e3;
        }
    }
}
