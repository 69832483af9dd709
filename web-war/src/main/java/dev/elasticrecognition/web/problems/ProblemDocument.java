package dev.elasticrecognition.web.problems;

import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.scaling.InvalidSetting;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A problem as it is sent (RFC 9457).
 *
 * @param type a URI that names the sort of problem, or {@code about:blank} when the status says all
 * @param title the sort of problem in words
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do
 * @param id of the request that has the problem, if there is one
 * @param field the member of the sent document that has the problem, if there is one
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "id", "field"})
public record ProblemDocument(String type, String title, int status, String detail, String id, String field) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Jsonb JSONB = JsonbBuilder.create();

    /** A problem with a request that was accepted. */
    public static ProblemDocument of(Problem problem, RequestId id) {
        return of(ProblemType.of(problem.kind()), problem.detail(), id.value());
    }

    static ProblemDocument of(Problem problem) {
        return of(ProblemType.of(problem.kind()), problem.detail(), null);
    }

    /** What is said of a failure, as if it ended the call. */
    public static ProblemDocument of(RuntimeException failure, Providers providers) {
        return (ProblemDocument)
                response(failure, failure.getClass(), providers).getEntity();
    }

    private static <T extends Throwable> Response response(Throwable failure, Class<T> type, Providers providers) {
        return failure instanceof ProblemException problem
                ? problem.getResponse()
                : providers.getExceptionMapper(type).toResponse(type.cast(failure));
    }

    /** A problem of this API's own. */
    public static ProblemDocument of(ProblemType type, String detail) {
        return of(type, detail, null);
    }

    /** A problem with one member of the document that was sent. */
    static ProblemDocument of(InvalidSetting invalid) {
        ProblemType type = ProblemType.INVALID_SETTING;
        return new ProblemDocument(
                type.uri(), type.title(), type.status(), invalid.getMessage() + ".", null, invalid.setting());
    }

    /** A problem whose status says all. */
    public static ProblemDocument of(Response.StatusType status, String detail) {
        return new ProblemDocument("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, null, null);
    }

    private static ProblemDocument of(ProblemType type, String detail, String id) {
        return new ProblemDocument(type.uri(), type.title(), type.status(), detail, id, null);
    }

    /** Answers with this problem, where there is no REST container that would. */
    public void writeTo(HttpServletResponse response) {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        try {
            response.getOutputStream().write(JSONB.toJson(this).getBytes(StandardCharsets.UTF_8));
            // Whatever status others think of afterwards comes too late.
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer that carries this problem and nothing else. */
    public Response response() {
        return asEntity().build();
    }

    /** The same, to be completed by headers. */
    public Response.ResponseBuilder asEntity() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }
}
