package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** An upload that finds all places taken. */
@Provider
public class OverloadedMapper implements ExceptionMapper<Overloaded> {

    @Override
    public Response toResponse(Overloaded overloaded) {
        return ProblemDocument.of(ProblemType.OVERLOADED, "The request was not accepted. Send it again later.")
                .asEntity()
                .header(HttpHeaders.RETRY_AFTER, overloaded.retryAfter().toSeconds())
                .build();
    }
}
