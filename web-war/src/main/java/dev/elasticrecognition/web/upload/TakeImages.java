package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.domain.recognition.AdmitImage;
import dev.elasticrecognition.domain.recognition.AdmitImage.Admission;
import dev.elasticrecognition.domain.recognition.AwaitResult;
import dev.elasticrecognition.domain.recognition.AwaitedResults;
import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.Offer;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.domain.recognition.RequestState.Answered;
import dev.elasticrecognition.domain.recognition.RequestState.Waiting;
import dev.elasticrecognition.domain.recognition.ResponseQueue;
import dev.elasticrecognition.domain.recognition.SubmitImage;
import dev.elasticrecognition.telemetry.LogFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Takes pictures in, whatever the form in which they are sent: keeps one while it comes in, admits it, submits it. */
@ApplicationScoped
public class TakeImages {

    @Inject
    AdmitImage admitImage;

    @Inject
    SubmitImage submitImage;

    @Inject
    AwaitResult awaitResult;

    @Inject
    AwaitedResults awaited;

    @Inject
    ResponseQueue responseQueue;

    @Inject
    ImageLimits limits;

    @Inject
    Spool spool;

    /**
     * Takes one picture in. When this returns, it is accepted.
     *
     * @param fileName as the client gave it, or null
     * @param patience how long to wait for the answer, 0 or more
     * @return how the request stands, when it is answered or patience is over
     */
    public CompletionStage<RequestState> take(Offer offer, String fileName, InputStream body, Duration patience)
            throws IOException {
        try (Spool.Received received = spool.receive(new Body(body), limits.maxBytes())) {
            Admission admission = admitImage.admit(offer, fileName, received.content());
            return admission.request() instanceof Waiting waiting
                    ? whenAnswered(waiting, patience, () -> submitIfNew(admission, offer, received.content()))
                    : CompletableFuture.completedFuture(admission.request());
        }
    }

    private CompletionStage<RequestState> whenAnswered(
            Waiting waiting, Duration patience, Supplier<Optional<RecognitionResult>> question) {
        LogFields.request(waiting.id());
        if (patience.isZero()) {
            return CompletableFuture.completedFuture(state(waiting, question.get()));
        }
        return awaitResult
                .await(waiting.id(), patience, () -> question.get().ifPresent(awaited::arrived))
                .thenApply(result -> state(waiting, result));
    }

    private Optional<RecognitionResult> submitIfNew(Admission admission, Offer offer, ImageContent content) {
        return admission.isNew()
                ? submitImage.submit(request((Waiting) admission.request()), content, offer.anew())
                : Optional.empty();
    }

    private RecognitionRequest request(Waiting waiting) {
        return new RecognitionRequest(waiting.submission(), responseQueue.name(), "");
    }

    private static RequestState state(Waiting waiting, Optional<RecognitionResult> result) {
        return result.<RequestState>map(Answered::new).orElse(waiting);
    }
}
