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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The HTTP answers in which requests and results are told. */
@ApplicationScoped
public class Answers {

    private static final int UNPROCESSABLE = 422;
    private static final String ASK_AGAIN = "private, no-cache";

    @Inject
    Estimates estimates;

    /** How a request stands, as programs see it. */
    public RecognitionDocument document(RequestState state) {
        return state instanceof Answered answered
                ? RecognitionDocument.of(answered.result())
                : RecognitionDocument.waiting((Waiting) state, estimates.ofOneThatJoinsNow());
    }

    /** To a caller who asks how a request stands: whatever its state, the question was a good one. */
    Response state(RequestState state, KnownTags known) {
        return versioned(document(state), MediaType.APPLICATION_JSON, tag("document", state), known);
    }

    /** To a caller who asks for the bare label; if there will never be one, the problem ends the call. */
    Response label(RequestState state, KnownTags known) {
        Optional<Failed> failed = failed(state);
        if (failed.isPresent()) {
            return varied(problem(failed.get()).asEntity()).build();
        }
        return versioned(document(state), LabelWriter.MEDIA_TYPE, tag("label", state), known);
    }

    /**
     * To a caller who sent a picture: the label or the problem with the picture, if it's known, else where to ask.
     *
     * @param api where the REST interface is; when an answer is made, the container may no longer know the call
     */
    public Response outcome(RequestState state, URI api) {
        return state instanceof Answered answered ? outcome(answered.result(), api) : accepted((Waiting) state, api);
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

    private static Response outcome(RecognitionResult result, URI api) {
        return result instanceof Failed failed
                ? problem(failed).response()
                : Response.ok(RecognitionDocument.of(result))
                        .contentLocation(location(result.id(), api))
                        .build();
    }

    private Response accepted(Waiting waiting, URI api) {
        return Response.accepted(document(waiting))
                .location(location(waiting.id(), api))
                .build();
    }

    private static Response versioned(Object entity, String mediaType, EntityTag tag, KnownTags known) {
        Response.ResponseBuilder answer =
                known.contain(tag.getValue()) ? Response.notModified() : Response.ok(entity, mediaType);
        return varied(answer).tag(tag).build();
    }

    /** As long as a request waits, the estimate changes, and little else: then the tag is a weak one. */
    private static EntityTag tag(String form, RequestState state) {
        String content = form + state;
        return new EntityTag(
                UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString(), state instanceof Waiting);
    }

    private static Response.ResponseBuilder varied(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private static Optional<Failed> failed(RequestState state) {
        return state instanceof Answered answered && answered.result() instanceof Failed failed
                ? Optional.of(failed)
                : Optional.empty();
    }

    private static ProblemDocument problem(Failed failed) {
        return ProblemDocument.of(failed.problem(), failed.id());
    }

    private static URI location(RequestId id, URI api) {
        return UriBuilder.fromUri(api).path(ResultsResource.class).build(id.value());
    }
}
