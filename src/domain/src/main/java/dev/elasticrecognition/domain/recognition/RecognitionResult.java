package dev.elasticrecognition.domain.recognition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How a request ended: with labels, or with the reason why there are none. Once stored it never changes, but for one sort:
 * see {@link #isFinal}.
 */
public sealed interface RecognitionResult {

    RequestId id();

    /** The picture that was asked about. */
    SubmittedImage image();

    /** Names the model that looked at the picture; empty if none did. */
    String modelId();

    Timings timings();

    /** When the result was known. */
    Instant at();

    /** Whether it is the end of the matter. A request that was {@linkplain Problem.Kind#GAVE_UP given up} may be reopened. */
    default boolean isFinal() {
        return true;
    }

    /**
     * The picture has a label.
     *
     * @param predictions the most probable classes, most probable first, at least one
     */
    record Recognized(
            RequestId id,
            SubmittedImage image,
            String modelId,
            Timings timings,
            Instant at,
            List<Prediction> predictions)
            implements RecognitionResult {

        public Recognized {
            Objects.requireNonNull(id, "id");
            predictions = List.copyOf(predictions);
            if (predictions.isEmpty()) {
                throw new IllegalArgumentException("Request %s is recognised, but has no prediction".formatted(id));
            }
        }

        /** The most probable class. */
        public Prediction top() {
            return predictions.get(0);
        }
    }

    /**
     * The picture can't have a label, however often it is tried, or it was tried often enough.
     *
     * @param problem why
     */
    record Failed(RequestId id, SubmittedImage image, String modelId, Timings timings, Instant at, Problem problem)
            implements RecognitionResult {

        public Failed {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(problem, "problem");
        }

        @Override
        public boolean isFinal() {
            return problem.kind() != Problem.Kind.GAVE_UP;
        }

        /** Ends a request that no model looked at. */
        public static Failed unseen(Submission submission, Problem problem, Instant at) {
            Duration waiting = Duration.between(submission.id().time(), at);
            Timings timings = new Timings(waiting, Duration.ZERO, Duration.ZERO, Duration.ZERO);
            return new Failed(submission.id(), submission.image(), "", timings, at, problem);
        }
    }
}
