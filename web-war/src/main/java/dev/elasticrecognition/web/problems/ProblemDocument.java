package dev.elasticrecognition.web.problems;

import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RequestId;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.Response;

/**
 * A problem as it is sent (RFC 9457).
 *
 * @param type a URI that names the sort of problem, or {@code about:blank} when the status says all
 * @param title the sort of problem in words
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do
 * @param id of the request that has the problem, if there is one
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "id"})
public record ProblemDocument(String type, String title, int status, String detail, String id) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem with a request that was accepted. */
    public static ProblemDocument of(Problem problem, RequestId id) {
        return of(ProblemType.of(problem.kind()), problem.detail(), id.value());
    }

    static ProblemDocument of(Problem problem) {
        return of(ProblemType.of(problem.kind()), problem.detail(), null);
    }

    static ProblemDocument of(ProblemType type, String detail) {
        return of(type, detail, null);
    }

    /** A problem whose status says all. */
    static ProblemDocument of(Response.StatusType status, String detail) {
        return new ProblemDocument("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, null);
    }

    private static ProblemDocument of(ProblemType type, String detail, String id) {
        return new ProblemDocument(type.uri(), type.title(), type.status(), detail, id);
    }

    /** The answer that carries this problem and nothing else. */
    public Response response() {
        return asEntity().build();
    }

    Response.ResponseBuilder asEntity() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }
}
