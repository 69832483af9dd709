package dev.elasticrecognition.web.problems;

import dev.elasticrecognition.domain.recognition.TooManyUnanswered;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A client that has as many requests under way as it may have. */
@Provider
public class TooManyUnansweredMapper implements ExceptionMapper<TooManyUnanswered> {

    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public Response toResponse(TooManyUnanswered tooMany) {
        return ProblemDocument.of(
                        ProblemType.TOO_MANY_UNANSWERED,
                        "At most %,d requests of a client may wait for their answers. Await some, then go on."
                                .formatted(tooMany.most()))
                .asEntity()
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
