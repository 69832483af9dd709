package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.web.problems.ProblemDocument;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;

/** The HTTP answers in which requests and results are told. */
public final class Answers {

    private Answers() {}

    /** To a caller who asks how a request stands: whatever its state, the question was a good one. */
    static Response state(RequestState state) {
        return Response.ok(RecognitionDocument.of(state)).build();
    }

    /** To a caller who sent a picture and waited: the label, or the problem with the picture. */
    public static Response outcome(RecognitionResult result) {
        return result instanceof Failed failed
                ? ProblemDocument.of(failed.problem(), failed.id()).response()
                : Response.ok(RecognitionDocument.of(result))
                        .contentLocation(location(result.id()))
                        .build();
    }

    /** To a caller who sent a picture and doesn't wait, or no longer: where to ask. */
    public static Response accepted(RecognitionRequest request) {
        return Response.accepted(RecognitionDocument.waiting(request.id(), request.image()))
                .location(location(request.id()))
                .build();
    }

    private static URI location(RequestId id) {
        return UriBuilder.fromResource(ResultsResource.class).build(id.value());
    }
}
