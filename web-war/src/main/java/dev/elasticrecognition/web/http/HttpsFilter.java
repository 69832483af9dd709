package dev.elasticrecognition.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where the server speaks TLS, sends there whoever calls without. */
public class HttpsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Https https;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (https.isMissedBy(request)) {
            https.redirect(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
