package dev.elasticrecognition.web.problems;

import dev.elasticrecognition.domain.recognition.IdempotencyConflict;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** An idempotency key that can't be used for this request. */
@Provider
public class IdempotencyConflictMapper implements ExceptionMapper<IdempotencyConflict> {

    private static final int RETRY_AFTER_SECONDS = 1;

    @Override
    public Response toResponse(IdempotencyConflict conflict) {
        return switch (conflict.reason()) {
            case OTHER_CONTENT ->
                ProblemDocument.of(
                                ProblemType.IDEMPOTENCY_KEY_REUSED,
                                "The key was used for a picture with other bytes. Give each request a key of its own.")
                        .response();
            case IN_PROGRESS ->
                ProblemDocument.of(ProblemType.REQUEST_IN_PROGRESS, "Send it again in a second.")
                        .asEntity()
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build();
        };
    }
}
