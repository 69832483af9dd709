package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Recognized;
import dev.elasticrecognition.domain.recognition.Timings;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The output half of a stored result. A success has label, class index, confidence and predictions, a failure has a
 * problem; what a result doesn't have is absent from its JSON.
 *
 * @param at in ISO 8601, UTC
 */
@JsonbPropertyOrder({"status", "label", "classIndex", "confidence", "predictions", "problem", "model", "timings", "at"})
public record OutputDocument(
        String status,
        String label,
        Integer classIndex,
        Double confidence,
        List<PredictionDocument> predictions,
        ProblemDocument problem,
        String model,
        TimingsDocument timings,
        String at) {

    private static final String SUCCEEDED = "succeeded";
    private static final String FAILED = "failed";

    static OutputDocument of(RecognitionResult result) {
        return result instanceof Recognized recognized ? of(recognized) : of((Failed) result);
    }

    private static OutputDocument of(Recognized result) {
        Prediction top = result.top();
        return new OutputDocument(
                SUCCEEDED,
                top.label(),
                top.classIndex(),
                top.confidence(),
                result.predictions().stream().map(PredictionDocument::of).toList(),
                null,
                result.modelId(),
                TimingsDocument.of(result.timings()),
                result.at().toString());
    }

    private static OutputDocument of(Failed result) {
        return new OutputDocument(
                FAILED,
                null,
                null,
                null,
                null,
                ProblemDocument.of(result.problem()),
                result.modelId(),
                TimingsDocument.of(result.timings()),
                result.at().toString());
    }

    RecognitionResult resultFor(ImageDocument input) {
        return switch (status) {
            case SUCCEEDED ->
                new Recognized(
                        input.id(),
                        input.image(),
                        model,
                        timings.timings(),
                        Instant.parse(at),
                        predictions.stream().map(PredictionDocument::prediction).toList());
            case FAILED ->
                new Failed(input.id(), input.image(), model, timings.timings(), Instant.parse(at), problem.problem());
            default -> throw new IllegalArgumentException("Unknown status '%s'".formatted(status));
        };
    }

    @JsonbPropertyOrder({"label", "classIndex", "confidence"})
    public record PredictionDocument(String label, int classIndex, double confidence) {

        static PredictionDocument of(Prediction prediction) {
            return new PredictionDocument(prediction.label(), prediction.classIndex(), prediction.confidence());
        }

        Prediction prediction() {
            return new Prediction(label, classIndex, confidence);
        }
    }

    @JsonbPropertyOrder({"kind", "detail"})
    public record ProblemDocument(String kind, String detail) {

        static ProblemDocument of(Problem problem) {
            return new ProblemDocument(problem.kind().name(), problem.detail());
        }

        Problem problem() {
            return new Problem(Problem.Kind.valueOf(kind), detail);
        }
    }

    /** All in milliseconds. */
    @JsonbPropertyOrder({"waitingMs", "fetchingMs", "decodingMs", "inferenceMs"})
    public record TimingsDocument(double waitingMs, double fetchingMs, double decodingMs, double inferenceMs) {

        static TimingsDocument of(Timings timings) {
            return new TimingsDocument(
                    millis(timings.waiting()),
                    millis(timings.fetching()),
                    millis(timings.decoding()),
                    millis(timings.inference()));
        }

        Timings timings() {
            return new Timings(duration(waitingMs), duration(fetchingMs), duration(decodingMs), duration(inferenceMs));
        }

        private static double millis(Duration duration) {
            return Math.round(duration.toNanos() / 1e3) / 1e3;
        }

        private static Duration duration(double millis) {
            return Duration.ofNanos(Math.round(millis * 1e6));
        }
    }
}
