package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.Outcome;
import dev.elasticrecognition.client.Prediction;
import dev.elasticrecognition.client.Problem;
import dev.elasticrecognition.client.ProblemException;
import dev.elasticrecognition.client.ProblemKind;
import dev.elasticrecognition.client.Recognition;
import dev.elasticrecognition.client.RecognitionException;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What became of an image, as it is printed and kept.
 *
 * @param document {@code file} and {@code status}; as far as there are, {@code id}, {@code label}, {@code classIndex},
 *     {@code confidence}, {@code predictions}, {@code model} and {@code problem} with {@code type} and {@code detail}
 */
record Result(JsonObject document) {

    private static final Set<ProblemKind> OF_THE_IMAGE = EnumSet.of(
            ProblemKind.EMPTY_IMAGE,
            ProblemKind.IMAGE_TOO_LARGE,
            ProblemKind.UNSUPPORTED_TYPE,
            ProblemKind.TOO_MANY_PIXELS,
            ProblemKind.UNDECODABLE_IMAGE);

    /** How it stands with an image. */
    enum Status {
        /** It has its label. */
        SUCCEEDED,
        /** The service says that it will get none. */
        FAILED,
        /** The file can't be read, or the address gives no image. */
        UNREADABLE,
        /** The service has it, but there was no answer within patience. */
        WAITING,
        /** The service isn't known to have it. */
        UNANSWERED
    }

    static Result of(Outcome<Submission> outcome, Duration patience) {
        String name = outcome.source().input().name();
        return outcome instanceof Outcome.Answered<Submission> answered
                ? of(name, answered.recognition(), patience)
                : of(name, ((Outcome.Unanswered<Submission>) outcome).why());
    }

    /** What came instead of an answer. */
    static Result of(String name, Exception why) {
        if (why instanceof ProblemException refusal) {
            Problem problem = refusal.problem();
            boolean failed = OF_THE_IMAGE.contains(problem.kind());
            return new Result(begin(name, failed ? Status.FAILED : Status.UNANSWERED)
                    .add("problem", problem(problem.type().toString(), problem.explanation()))
                    .build());
        }
        Status status = why instanceof RecognitionException ? Status.UNANSWERED : Status.UNREADABLE;
        return new Result(begin(name, status)
                .add("problem", problem(Problem.BLANK.toString(), Failures.sentence(why)))
                .build());
    }

    String file() {
        return document.getString("file");
    }

    Status status() {
        return Status.valueOf(document.getString("status").toUpperCase(Locale.ROOT));
    }

    /** Whether asking again makes no difference. */
    boolean isFinal() {
        return status() == Status.SUCCEEDED || status() == Status.FAILED;
    }

    String id() {
        return document.getString("id", "");
    }

    /** The label, or nothing. */
    String label() {
        return document.getString("label", "");
    }

    /** From 0 to 1, with four digits, or nothing. */
    String confidence() {
        return status() == Status.SUCCEEDED
                ? String.format(
                        Locale.ROOT,
                        "%.4f",
                        document.getJsonNumber("confidence").doubleValue())
                : "";
    }

    /** The labels that the model thought of, best first. */
    List<String> predictedLabels() {
        return status() == Status.SUCCEEDED
                ? document.getJsonArray("predictions").getValuesAs(JsonObject.class).stream()
                        .map(prediction -> prediction.getString("label"))
                        .toList()
                : List.of();
    }

    /** Why there is no label, or nothing. */
    String why() {
        return document.containsKey("problem")
                ? document.getJsonObject("problem").getString("detail")
                : "";
    }

    private static Result of(String name, Recognition recognition, Duration patience) {
        if (recognition instanceof Recognition.Succeeded succeeded) {
            return new Result(begin(name, Status.SUCCEEDED)
                    .add("id", succeeded.id())
                    .add("label", succeeded.label())
                    .add("classIndex", succeeded.classIndex())
                    .add("confidence", succeeded.confidence())
                    .add("predictions", predictions(succeeded.predictions()))
                    .add("model", succeeded.model())
                    .build());
        }
        if (recognition instanceof Recognition.Failed failed) {
            return new Result(begin(name, Status.FAILED)
                    .add("id", failed.id())
                    .add(
                            "problem",
                            problem(
                                    failed.problem().type().toString(),
                                    failed.problem().explanation()))
                    .build());
        }
        String why =
                "no answer within %d s; it is still waiting as %s".formatted(patience.toSeconds(), recognition.id());
        return new Result(begin(name, Status.WAITING)
                .add("id", recognition.id())
                .add("problem", problem(Problem.BLANK.toString(), why))
                .build());
    }

    private static JsonObjectBuilder begin(String name, Status status) {
        return Json.createObjectBuilder()
                .add("file", name)
                .add("status", status.name().toLowerCase(Locale.ROOT));
    }

    private static JsonObjectBuilder problem(String type, String detail) {
        return Json.createObjectBuilder().add("type", type).add("detail", detail);
    }

    private static JsonArrayBuilder predictions(List<Prediction> predictions) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        predictions.forEach(one -> array.add(Json.createObjectBuilder()
                .add("label", one.label())
                .add("classIndex", one.classIndex())
                .add("confidence", one.confidence())));
        return array;
    }
}
