package dev.elasticrecognition.web.problems;

import dev.elasticrecognition.domain.messaging.Unavailable;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A store or queue that doesn't answer: the client comes again, the operator reads the log. */
@Provider
public class UnavailableMapper implements ExceptionMapper<Unavailable> {

    private static final Logger LOG = System.getLogger(UnavailableMapper.class.getName());
    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public Response toResponse(Unavailable unavailable) {
        LOG.log(Level.WARNING, "A call was answered with 503. {0}", unavailable.getMessage());
        return ProblemDocument.of(
                        ProblemType.STORES_UNAVAILABLE, "The request was not accepted. Send it again in a few seconds.")
                .asEntity()
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
