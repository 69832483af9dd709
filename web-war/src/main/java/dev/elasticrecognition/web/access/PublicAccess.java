package dev.elasticrecognition.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Who may call what isn't for operators.
 *
 * @param isClosed whether callers must say who they are
 */
public record PublicAccess(boolean isClosed) {

    static final String KEY = "elastic.access.public";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /**
     * Reads the setting.
     *
     * @param setting {@code open} or {@code bearer}
     * @throws IllegalArgumentException if it is neither, or if there are no tokens to open what is closed
     */
    static PublicAccess of(String setting, BearerTokens tokens) {
        boolean closed = setting.equals("bearer");
        if (!closed && !setting.equals("open")) {
            throw new IllegalArgumentException("%s must be open or bearer, but is '%s'".formatted(KEY, setting));
        }
        if (closed && !tokens.areAccepted()) {
            throw new IllegalArgumentException("%s is bearer, but no token is accepted: set %s or %s"
                    .formatted(KEY, StaticTokens.KEY, JwtSettings.LOCATION));
        }
        return new PublicAccess(closed);
    }

    /** Whether this call needs a caller. Pages may be read; what is for operators has a lock of its own. */
    boolean closes(HttpServletRequest request) {
        return isClosed
                && !request.getMethod().equals("OPTIONS")
                && !isBelow("/api/fleet", request)
                && !isBelow(SignInPage.CONSOLE, request)
                && (isBelow("/api", request) || !READING.contains(request.getMethod()));
    }

    private static boolean isBelow(String prefix, HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
