package dev.elasticrecognition.web.pages;

import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.web.problems.ProblemDocument;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Pages are read and nothing else; and while the stores can't be reached, they say so. */
public class PageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(PageFilter.class.getName());
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!READING.contains(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", "GET", "HEAD"));
            ProblemDocument.of(Status.METHOD_NOT_ALLOWED, null).writeTo(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            if (response.isCommitted() || !isOutage(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, "A page couldn''t be made. {0}", e.getMessage());
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static boolean isOutage(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(Unavailable.class::isInstance);
    }
}
