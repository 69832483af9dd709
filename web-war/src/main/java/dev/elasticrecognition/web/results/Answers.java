package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.domain.recognition.RequestState.Answered;
import dev.elasticrecognition.domain.recognition.RequestState.Waiting;
import dev.elasticrecognition.web.problems.ProblemDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;

/** The HTTP answers in which requests and results are told. */
@ApplicationScoped
public class Answers {

    private static final int UNPROCESSABLE = 422;

    @Inject
    Estimates estimates;

    /** How a request stands, as programs see it. */
    public RecognitionDocument document(RequestState state) {
        return state instanceof Answered answered
                ? RecognitionDocument.of(answered.result())
                : RecognitionDocument.waiting((Waiting) state, estimates.ofOneThatJoinsNow());
    }

    /** To a caller who asks how a request stands: whatever its state, the question was a good one. */
    Response state(RequestState state) {
        return Response.ok(document(state)).build();
    }

    /** To a caller who sent a picture: the label or the problem with the picture, if it's known, else where to ask. */
    public Response outcome(RequestState state) {
        return state instanceof Answered answered ? outcome(answered.result()) : accepted((Waiting) state);
    }

    /** To a caller who sent several pictures. */
    public Response outcomes(List<RecognitionDocument> documents) {
        return Response.status(status(documents))
                .entity(new RecognitionsDocument(documents, null))
                .build();
    }

    private static int status(List<RecognitionDocument> documents) {
        if (documents.stream().allMatch(RecognitionDocument::isRefused)) {
            return UNPROCESSABLE;
        }
        return documents.stream().anyMatch(RecognitionDocument::isWaiting)
                ? Response.Status.ACCEPTED.getStatusCode()
                : Response.Status.OK.getStatusCode();
    }

    private Response outcome(RecognitionResult result) {
        return result instanceof Failed failed
                ? ProblemDocument.of(failed.problem(), failed.id()).response()
                : Response.ok(RecognitionDocument.of(result))
                        .contentLocation(location(result.id()))
                        .build();
    }

    private Response accepted(Waiting waiting) {
        return Response.accepted(document(waiting))
                .location(location(waiting.id()))
                .build();
    }

    private static URI location(RequestId id) {
        return UriBuilder.fromResource(ResultsResource.class).build(id.value());
    }
}
