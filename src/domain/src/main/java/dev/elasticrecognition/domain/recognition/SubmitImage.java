package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Recognized;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes a picture in: stores it, and then asks for its label, unless an earlier answer has it. The order matters: a message
 * never names a picture that isn't there.
 */
public final class SubmitImage {

    private final ImageStore images;
    private final EarlierAnswers earlier;
    private final ResultStore results;
    private final MessageQueue<RecognitionRequest> requests;
    private final SentRequests sent;
    private final InstantSource clock;

    public SubmitImage(
            ImageStore images,
            EarlierAnswers earlier,
            ResultStore results,
            MessageQueue<RecognitionRequest> requests,
            SentRequests sent,
            InstantSource clock) {
        this.images = images;
        this.earlier = earlier;
        this.results = results;
        this.requests = requests;
        this.sent = sent;
        this.clock = clock;
    }

    /**
     * Submits one picture. When this returns, the request is accepted and will be answered.
     *
     * @param anew whether a model has to look at it, even if the same picture was answered before
     * @return the result, if an earlier answer had it
     */
    public Optional<RecognitionResult> submit(RecognitionRequest request, ImageContent content, boolean anew) {
        StoredImage stored = images.put(request.submission(), content);
        Optional<Recognized> known =
                anew ? Optional.empty() : earlier.find(stored, request.image().sha256());
        if (known.isPresent()) {
            return known.map(answer -> results.putOnce(repeated(answer, request)));
        }
        send(request);
        earlier.remember(stored);
        return Optional.empty();
    }

    /** Counted before it's sent, since the answer may be faster than the return of this call. */
    private void send(RecognitionRequest request) {
        sent.sending(request.submission());
        try {
            requests.send(request);
        } catch (RuntimeException e) {
            sent.notSent(request.submission());
            throw e;
        }
        sent.sent(request.submission());
    }

    private RecognitionResult repeated(Recognized answer, RecognitionRequest request) {
        Instant now = clock.instant();
        Timings noWork =
                new Timings(Duration.between(request.id().time(), now), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        return new Recognized(request.id(), request.image(), answer.modelId(), noWork, now, answer.predictions());
    }
}
