package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.AwaitResult;
import dev.elasticrecognition.domain.recognition.CancelRequest;
import dev.elasticrecognition.domain.recognition.FindRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.domain.recognition.RequestState.Answered;
import dev.elasticrecognition.domain.recognition.RequestState.Waiting;
import dev.elasticrecognition.telemetry.LogFields;
import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How a request stands, at any time, from any front end. */
@Path("recognitions/{id}")
@ApplicationScoped
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class ResultsResource {

    @Inject
    FindRequest findRequest;

    @Inject
    AwaitResult awaitResult;

    @Inject
    CancelRequest cancelRequest;

    @Inject
    Answers answers;

    @GET
    @Operation(summary = "Tells how a request stands; with 'wait', not before it is answered or the time is over")
    public CompletionStage<Response> state(
            @PathParam("id") String id, @QueryParam("wait") @DefaultValue("0") Patience patience) {
        RequestState state = named(id).flatMap(findRequest::find).orElseThrow(() -> unknown(id));
        return state instanceof Waiting waiting && !patience.isNone()
                ? stateAfter(patience, waiting)
                : CompletableFuture.completedFuture(answers.state(state));
    }

    @DELETE
    @Operation(summary = "Cancels a request that isn't answered yet")
    public Response cancel(@PathParam("id") String id) {
        RecognitionResult result = named(id).flatMap(cancelRequest::cancel).orElseThrow(() -> unknown(id));
        if (!CancelRequest.isCancelled(result)) {
            throw new ProblemException(
                    ProblemType.ALREADY_ANSWERED, "The request was answered at %s.".formatted(result.at()));
        }
        return answers.state(new Answered(result));
    }

    private CompletionStage<Response> stateAfter(Patience patience, Waiting waiting) {
        return awaitResult
                .await(waiting.id(), patience.duration(), () -> {})
                .thenApply(result -> result.<RequestState>map(Answered::new).orElse(waiting))
                .thenApply(answers::state);
    }

    private static Optional<RequestId> named(String id) {
        Optional<RequestId> named = RequestId.parse(id);
        named.ifPresent(LogFields::request);
        return named;
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                ProblemType.REQUEST_UNKNOWN,
                "No picture was accepted under the id '%s'. Ask with the id that the upload's answer gave."
                        .formatted(id));
    }
}
