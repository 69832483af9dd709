package dev.elasticrecognition.web.problems;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the REST container finds wrong with a call (no such path, method or type), said as a problem. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException e) {
        Response response = e.getResponse();
        if (response.getStatus() < 400 || e instanceof ProblemException) {
            return response;
        }
        return Response.fromResponse(response)
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(ProblemDocument.of(response.getStatusInfo(), null))
                .build();
    }
}
