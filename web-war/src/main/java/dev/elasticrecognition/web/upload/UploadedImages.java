package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.domain.recognition.FileName;
import dev.elasticrecognition.domain.recognition.Offer;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import dev.elasticrecognition.web.results.Answers;
import dev.elasticrecognition.web.results.RecognitionDocument;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The pictures of one call, taken one after the other. If there is one, its state or its problem is the answer; of several
 * each has a state or a problem of its own.
 */
final class UploadedImages {

    private final TakeImages takeImages;
    private final Answers answers;
    private final Providers providers;
    private final int most;
    private final Offer offer;
    private final Duration patience;
    private final List<CompletableFuture<RecognitionDocument>> documents = new ArrayList<>();
    private Optional<CompletionStage<RequestState>> firstState = Optional.empty();
    private Optional<RuntimeException> firstRefusal = Optional.empty();

    UploadedImages(
            TakeImages takeImages, Answers answers, Providers providers, int most, Offer offer, Duration patience) {
        this.takeImages = takeImages;
        this.answers = answers;
        this.providers = providers;
        this.most = most;
        this.offer = offer;
        this.patience = patience;
    }

    /** Takes one in, or notes why it is refused. */
    void take(String fileName, InputStream body) throws IOException {
        try {
            requireRoom();
            CompletionStage<RequestState> state =
                    takeImages.take(offer.part(documents.size()), fileName, body, patience);
            firstState = firstState.or(() -> Optional.of(state));
            documents.add(state.thenApply(answers::document).toCompletableFuture());
        } catch (RuntimeException refusal) {
            firstRefusal = firstRefusal.or(() -> Optional.of(refusal));
            documents.add(CompletableFuture.completedFuture(
                    RecognitionDocument.refused(FileName.cleaned(fileName), ProblemDocument.of(refusal, providers))));
        }
    }

    /**
     * The answer to the call, as soon as all have an answer or patience is over.
     *
     * @param api where the REST interface is
     */
    CompletionStage<Response> answer(URI api) {
        if (documents.size() > 1) {
            return documents().thenApply(answers::outcomes);
        }
        if (firstRefusal.isPresent()) {
            throw firstRefusal.get();
        }
        return firstState.orElseThrow(UploadedImages::noImage).thenApply(state -> answers.outcome(state, api));
    }

    /** What has become of each, as soon as all have an answer or patience is over. */
    CompletionStage<List<RecognitionDocument>> documents() {
        return CompletableFuture.allOf(documents.toArray(CompletableFuture[]::new))
                .thenApply(
                        done -> documents.stream().map(CompletableFuture::join).toList());
    }

    private void requireRoom() {
        if (documents.size() >= most) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_IMAGES,
                    "One request takes %,d pictures. Send this one in another request.".formatted(most));
        }
    }

    private static ProblemException noImage() {
        return new ProblemException(ProblemType.IMAGE_MISSING, "The request has no picture.");
    }
}
