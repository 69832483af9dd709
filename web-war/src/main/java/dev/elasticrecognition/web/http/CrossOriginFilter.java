package dev.elasticrecognition.web.http;

import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What pages of other sites may do (CORS, as the Fetch standard has it): those of allowed sites may call and read, without
 * cookies or passwords that the browser adds; those of others can change nothing.
 */
public class CrossOriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int PREFLIGHT_KEPT_SECONDS = 600;

    @Inject
    transient AllowedOrigins allowed;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (allowed.contains(request.getHeader("Origin"))) {
            allow(request, response, chain);
        } else if (isPreflight(request) || Origin.wantsForeignChange(request)) {
            ProblemDocument.of(ProblemType.FOREIGN_ORIGIN, "Call from a page of this service, or from a program.")
                    .writeTo(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void allow(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
        response.addHeader("Vary", "Origin");
        if (isPreflight(request)) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE");
            response.setHeader("Access-Control-Allow-Headers", "*, Authorization");
            response.setIntHeader("Access-Control-Max-Age", PREFLIGHT_KEPT_SECONDS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setHeader("Access-Control-Expose-Headers", "*");
            chain.doFilter(request, response);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }
}
