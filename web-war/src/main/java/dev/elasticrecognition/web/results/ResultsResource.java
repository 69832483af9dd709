package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.AwaitResult;
import dev.elasticrecognition.domain.recognition.CancelRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.domain.recognition.RequestState.Answered;
import dev.elasticrecognition.domain.recognition.RequestState.Waiting;
import dev.elasticrecognition.telemetry.LogFields;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How a request stands, at any time, from any front end. */
@Path("recognitions/{id}")
@ApplicationScoped
public class ResultsResource {

    @Inject
    Requests requests;

    @Inject
    AwaitResult awaitResult;

    @Inject
    CancelRequest cancelRequest;

    @Inject
    Answers answers;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells how a request stands; with 'wait', not before it is answered or the time is over")
    public CompletionStage<Response> state(
            @PathParam("id") String id,
            @QueryParam("wait") @DefaultValue("0") Patience patience,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @DefaultValue("") KnownTags known) {
        return stateWithin(patience, id).thenApply(state -> answers.state(state, known));
    }

    @GET
    @Produces(LabelWriter.MEDIA_TYPE)
    @Operation(hidden = true)
    public CompletionStage<Response> label(
            @PathParam("id") String id,
            @QueryParam("wait") @DefaultValue("0") Patience patience,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @DefaultValue("") KnownTags known) {
        return stateWithin(patience, id).thenApply(state -> answers.label(state, known));
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Cancels a request that isn't answered yet")
    public RecognitionDocument cancel(@PathParam("id") String id) {
        RequestId.parse(id).ifPresent(LogFields::request);
        RecognitionResult result =
                RequestId.parse(id).flatMap(cancelRequest::cancel).orElseThrow(() -> Requests.unknown(id));
        if (!CancelRequest.isCancelled(result)) {
            throw new ProblemException(
                    ProblemType.ALREADY_ANSWERED, "The request was answered at %s.".formatted(result.at()));
        }
        return answers.document(new Answered(result));
    }

    private CompletionStage<RequestState> stateWithin(Patience patience, String id) {
        RequestId.parse(id).ifPresent(LogFields::request);
        RequestState state = requests.state(id);
        return state instanceof Waiting waiting && !patience.isNone()
                ? awaitResult
                        .await(waiting.id(), patience.duration(), () -> {})
                        .thenApply(result ->
                                result.<RequestState>map(Answered::new).orElse(waiting))
                : CompletableFuture.completedFuture(state);
    }
}
