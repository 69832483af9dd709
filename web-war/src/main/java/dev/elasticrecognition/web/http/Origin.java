package dev.elasticrecognition.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/**
 * Where a call comes from. A browser makes a call also when a page of another site wants it, and adds by itself the
 * password that it knows; it tells so in {@code Sec-Fetch-Site}, or, where that isn't sent, in {@code Origin}. Programs
 * send neither.
 */
public final class Origin {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private Origin() {}

    /** Whether a page of another site wants something changed. */
    public static boolean wantsForeignChange(HttpServletRequest request) {
        return !SAFE_METHODS.contains(request.getMethod()) && isForeign(request);
    }

    /** Whether a page of another site calls. */
    static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? isForeignOrigin(request) : !OWN_SITES.contains(site);
    }

    private static boolean isForeignOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && !authority(origin).equals(request.getHeader("Host"));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
