package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Recognized;
import dev.elasticrecognition.domain.recognition.Recognizer.Recognition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Answers one request: fetch the picture, recognise it, store the result, announce it, and only then complete the
 * lease. Whatever fails on the way is thrown, the lease lapses and the request comes again; what was done by then is
 * found and not done twice.
 */
public final class RecognizeImage {

    private final ImageStore images;
    private final Recognizer recognizer;
    private final ResultStore results;
    private final Responses responses;
    private final InstantSource clock;

    public RecognizeImage(
            ImageStore images, Recognizer recognizer, ResultStore results, Responses responses, InstantSource clock) {
        this.images = images;
        this.recognizer = recognizer;
        this.results = results;
        this.responses = responses;
        this.clock = clock;
    }

    /** Works a request to its end; when this returns, the request is answered for good. */
    public RecognitionResult answer(Lease<RecognitionRequest> lease) {
        RecognitionRequest request = lease.message();
        RecognitionResult result = alreadyAnswered(lease).orElseGet(() -> results.putOnce(result(lease)));
        responses.send(request.replyTo(), result);
        lease.complete();
        return result;
    }

    /** A first delivery has no result yet, as a rule, so the store is only asked when a message comes again. */
    private Optional<RecognitionResult> alreadyAnswered(Lease<RecognitionRequest> lease) {
        return lease.receiveCount() > 1 ? results.find(lease.message().id()) : Optional.empty();
    }

    /** A request that comes again had begun in time. */
    private RecognitionResult result(Lease<RecognitionRequest> lease) {
        Submission submission = lease.message().submission();
        boolean late = submission
                .timeToLive()
                .filter(time -> lease.receiveCount() == 1 && lease.waited().compareTo(time) > 0)
                .isPresent();
        return late ? Expiry.of(submission, clock.instant()) : new Attempt(lease.message()).result();
    }

    /** One try at a request, with the times that it took. */
    private final class Attempt {

        private final RecognitionRequest request;
        private final Duration waiting;
        private Duration fetching = Duration.ZERO;

        Attempt(RecognitionRequest request) {
            this.request = request;
            this.waiting = Duration.between(request.id().time(), clock.instant());
        }

        RecognitionResult result() {
            try {
                Recognition recognition = recognizer.recognize(fetch());
                return new Recognized(
                        request.id(),
                        request.image(),
                        recognizer.modelId(),
                        timings(recognition.decoding(), recognition.inference()),
                        clock.instant(),
                        recognition.predictions());
            } catch (RejectedImage rejected) {
                return new Failed(
                        request.id(),
                        request.image(),
                        recognizer.modelId(),
                        timings(Duration.ZERO, Duration.ZERO),
                        clock.instant(),
                        rejected.problem());
            }
        }

        private byte[] fetch() {
            Instant start = clock.instant();
            byte[] content = images.content(request.id())
                    .orElseThrow(
                            () -> new RejectedImage(
                                    Problem.Kind.IMAGE_GONE,
                                    "The picture is no longer in the store: it was removed before its turn came. Send it again."));
            fetching = Duration.between(start, clock.instant());
            return content;
        }

        private Timings timings(Duration decoding, Duration inference) {
            return new Timings(waiting, fetching, decoding, inference);
        }
    }
}
