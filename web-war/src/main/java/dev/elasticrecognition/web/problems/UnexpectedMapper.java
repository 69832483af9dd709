package dev.elasticrecognition.web.problems;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.stream.Stream;

/** What nobody foresaw: the log tells it in full, the client learns that it's not to blame. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

    @Override
    public Response toResponse(Throwable unexpected) {
        if (isStalled(unexpected)) {
            return ProblemDocument.of(ProblemType.REQUEST_STALLED, "Send it again, without pauses of many seconds.")
                    .response();
        }
        LOG.log(Level.ERROR, "A call was answered with 500", unexpected);
        return ProblemDocument.of(
                        ProblemType.INTERNAL_ERROR, "It isn't your request's fault; the server's log has the reason.")
                .response();
    }

    /** Whether the request's body stopped coming; what notices it wraps it in this and that. */
    private static boolean isStalled(Throwable unexpected) {
        return Stream.iterate(unexpected, Objects::nonNull, Throwable::getCause)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }
}
