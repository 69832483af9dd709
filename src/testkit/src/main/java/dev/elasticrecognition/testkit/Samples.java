package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.deadletters.DeadLetter;
import dev.elasticrecognition.domain.recognition.ImageType;
import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Recognized;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.Submission;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import dev.elasticrecognition.domain.recognition.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests and results to play with. Times are whole milliseconds, as stores keep them. */
public final class Samples {

    /** When everything here happens. */
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final Timings TIMINGS =
            new Timings(Duration.ofMillis(40), Duration.ofMillis(3), Duration.ofMillis(5), Duration.ofMillis(9));

    private Samples() {}

    /** A new request id of {@link #NOON}. */
    public static RequestId id() {
        return RequestId.at(NOON);
    }

    /** A picture with a name that is no plain ASCII. */
    public static SubmittedImage image() {
        return new SubmittedImage("Zürich, 夏.jpg", ImageType.JPEG, 3, "a".repeat(64));
    }

    /** What was sent in with a deadline, a minute after {@link #NOON}. */
    public static Submission submission(RequestId id) {
        return new Submission(id, image(), "client-1", Optional.of(NOON.plusSeconds(60)));
    }

    public static RecognitionRequest request(RequestId id) {
        return new RecognitionRequest(
                submission(id), "elastic-responses-here", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    /** A result with two predictions, of which the first has this label. */
    public static Recognized recognized(RequestId id, String label) {
        List<Prediction> predictions =
                List.of(new Prediction(label, 340, 0.875), new Prediction("sorrel", 339, 0.0625));
        return new Recognized(id, image(), "sample-model", TIMINGS, NOON, predictions);
    }

    public static Failed failed(RequestId id) {
        Problem problem = new Problem(Problem.Kind.UNDECODABLE_IMAGE, "The file is cut short.");
        return new Failed(id, image(), "sample-model", TIMINGS, NOON, problem);
    }

    /** A failure that isn't final. */
    public static Failed givenUp(RequestId id) {
        Problem problem = new Problem(Problem.Kind.GAVE_UP, "It never came to an end.");
        return new Failed(id, image(), "", TIMINGS, NOON, problem);
    }

    public static DeadLetter deadLetter(RequestId id) {
        return new DeadLetter(submission(id), 5, NOON, "It never came to an end.");
    }
}
