package dev.elasticrecognition.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Where people sign in, and how they get there from a page of the console and back. */
final class SignInPage {

    static final String CONSOLE = "/console";
    static final String PATH = CONSOLE + "/login";

    /** Pages of the console, with parameters of theirs. */
    private static final String DESTINATION = CONSOLE + "(/[A-Za-z0-9_-]+)*(\\?[A-Za-z0-9_.~%=&+-]*)?";

    private SignInPage() {}

    /** Whether somebody wants a page of the console, so that he is sent here rather than told that he may not. */
    static boolean isFor(HttpServletRequest request) {
        String path = path(request);
        return !isScript(request) && (path.equals(CONSOLE) || path.startsWith(CONSOLE + "/"));
    }

    /** Whether a page's script calls, as its header says. */
    static boolean isScript(HttpServletRequest request) {
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }

    /** Sends a browser here, and afterwards back to what it wanted. A session that it had is over. */
    static void send(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String wanted = destination(path(request) + query);
        if (SessionCookie.in(request).isPresent()) {
            SessionCookie.take(request, response);
            redirect(response, address(wanted, Notice.OVER));
        } else {
            redirect(response, PATH + "?to=" + encoded(wanted));
        }
    }

    /** The page, telling something. */
    static String address(String destination, Notice notice) {
        return "%s?notice=%s&to=%s".formatted(PATH, notice.word(), encoded(destination));
    }

    /** Where nothing answers, the server's own servlet has all of it as path info. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    }

    private static String encoded(String destination) {
        return URLEncoder.encode(destination, StandardCharsets.UTF_8);
    }

    /** A page of the console: the one that is asked for, or its first one if that is no page of it. */
    static String destination(String wanted) {
        return wanted != null && wanted.matches(DESTINATION) && !wanted.startsWith(PATH) ? wanted : CONSOLE;
    }

    static void redirect(HttpServletResponse response, String path) {
        try {
            response.sendRedirect(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
