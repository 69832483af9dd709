package dev.elasticrecognition.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;

/**
 * Asks callers who they are, where that is needed though no role is: when the public interface is closed, and when
 * somebody sends a token, who shall not be served as a nobody because it has expired.
 */
public class AdmissionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PublicAccess publicAccess;

    @Inject
    transient BearerTokens tokens;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getUserPrincipal() != null || !mustBeKnown(request) || isAdmitted(request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean mustBeKnown(HttpServletRequest request) {
        return publicAccess.closes(request) || (tokens.areAccepted() && hasToken(request));
    }

    private static boolean hasToken(HttpServletRequest request) {
        return BearerCredentials.in(request.getHeader(HttpHeaders.AUTHORIZATION))
                .isPresent();
    }

    private static boolean isAdmitted(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(CallerAuthentication.ASKED_OF_EVERYBODY, true);
        try {
            return request.authenticate(response);
        } finally {
            request.removeAttribute(CallerAuthentication.ASKED_OF_EVERYBODY);
        }
    }
}
