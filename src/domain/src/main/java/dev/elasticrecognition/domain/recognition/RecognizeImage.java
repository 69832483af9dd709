package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.messaging.DoublingPause;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.LeaseLost;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Recognized;
import dev.elasticrecognition.domain.recognition.Recognizer.Recognition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Answers one request: fetch the picture, recognise it, store the result, announce it, and only then complete the
 * lease. Whatever fails on the way is thrown, and the request comes again; what was done by then is found and not done
 * twice. When it fails the last time that the queue would deliver it, the request ends as failed, and its message is left
 * for the dead-letter queue.
 */
public final class RecognizeImage {

    private static final DoublingPause PAUSE = new DoublingPause(Duration.ofSeconds(2), Duration.ofMinutes(15));

    private final ImageStore images;
    private final Recognizer recognizer;
    private final ResultStore results;
    private final Responses responses;
    private final int maxReceives;
    private final InstantSource clock;

    /** @param maxReceives how often the queue delivers a message before it puts it aside, 1 or more */
    public RecognizeImage(
            ImageStore images,
            Recognizer recognizer,
            ResultStore results,
            Responses responses,
            int maxReceives,
            InstantSource clock) {
        this.images = images;
        this.recognizer = recognizer;
        this.results = results;
        this.responses = responses;
        this.maxReceives = maxReceives;
        this.clock = clock;
    }

    /**
     * Works a request to its end; when this returns, the request is answered for good.
     *
     * @throws LeaseLost if the request is in other hands by now
     */
    public RecognitionResult answer(Lease<RecognitionRequest> lease) {
        RecognitionResult result = alreadyAnswered(lease).orElseGet(() -> stored(lease));
        responses.send(lease.message().replyTo(), result);
        lease.complete();
        return result;
    }

    /**
     * Gives a request back that couldn't be answered: it comes again after a pause, twice as long each time. After the last
     * delivery it ends as failed instead, and its message isn't completed: the queue puts it aside.
     *
     * @param cause why it couldn't be answered
     * @return the result, if that was the last delivery
     */
    public Optional<RecognitionResult> giveBack(Lease<RecognitionRequest> lease, RuntimeException cause) {
        if (lease.receiveCount() < maxReceives) {
            lease.extend(PAUSE.after(lease.receiveCount()));
            return Optional.empty();
        }
        return Optional.of(giveUp(lease, cause));
    }

    private RecognitionResult giveUp(Lease<RecognitionRequest> lease, RuntimeException cause) {
        Problem problem = new Problem(
                Problem.Kind.GAVE_UP,
                "It was tried %d times in vain. The last time: %s".formatted(lease.receiveCount(), cause.getMessage()));
        RecognitionResult failed = Failed.unseen(lease.message().submission(), problem, clock.instant());
        RecognitionResult result = results.putOnce(failed);
        responses.send(lease.message().replyTo(), result);
        if (result.equals(failed)) {
            lease.extend(Duration.ZERO);
        } else {
            lease.complete();
        }
        return result;
    }

    /** A first delivery has no result yet, as a rule, so the store is only asked when a message comes again. */
    private Optional<RecognitionResult> alreadyAnswered(Lease<RecognitionRequest> lease) {
        return lease.receiveCount() > 1 ? results.find(lease.message().id()) : Optional.empty();
    }

    private RecognitionResult stored(Lease<RecognitionRequest> lease) {
        requireHeld(lease);
        RecognitionResult result = result(lease);
        requireHeld(lease);
        return results.putOnce(result);
    }

    private static void requireHeld(Lease<RecognitionRequest> lease) {
        if (!lease.isHeld()) {
            throw new LeaseLost("request " + lease.message().id());
        }
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
