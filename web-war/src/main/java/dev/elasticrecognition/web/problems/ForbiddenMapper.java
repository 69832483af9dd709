package dev.elasticrecognition.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What a caller who is known may not do. The log tells who tried. */
@Provider
public class ForbiddenMapper implements ExceptionMapper<ForbiddenException> {

    private static final Logger LOG = System.getLogger(ForbiddenMapper.class.getName());

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(ForbiddenException forbidden) {
        LOG.log(
                Level.WARNING,
                "{0} may not {1} {2}; the call came from {3}",
                request.getRemoteUser(),
                request.getMethod(),
                request.getRequestURI(),
                request.getRemoteAddr());
        return ProblemDocument.of(Response.Status.FORBIDDEN, null).response();
    }
}
