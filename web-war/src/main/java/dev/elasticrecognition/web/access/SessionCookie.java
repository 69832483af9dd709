package dev.elasticrecognition.web.access;

import dev.elasticrecognition.domain.access.SessionToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookie that holds a session's token: for this host alone, not for scripts, and not sent with what pages of other
 * sites ask for. It goes when the browser ends.
 */
final class SessionCookie {

    private static final String NAME = "elastic-session";

    private SessionCookie() {}

    /** The token that a browser sent; empty if there is none, or it can't be one. */
    static Optional<SessionToken> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(SessionToken::parse);
    }

    /** Gives a browser the token. */
    static void give(SessionToken token, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(token.value(), request));
    }

    /** Takes the token away from a browser. */
    static void take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = cookie("", request);
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private static Cookie cookie(String value, HttpServletRequest request) {
        Cookie cookie = new Cookie(name(request), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    /** Browsers keep a cookie whose name begins so only if it came by TLS, for this host and all its paths. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }
}
