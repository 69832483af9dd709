package dev.elasticrecognition.web.http;

import java.util.Set;

/**
 * The sites whose pages may call.
 *
 * @param origins as browsers send them in {@code Origin}: scheme, host and, if it isn't the scheme's own, port
 */
record AllowedOrigins(Set<String> origins) {

    static final String KEY = "elastic.http.cors-origins";

    private static final String ORIGIN = "https?://[a-z0-9.-]+(:\\d{1,5})?";

    /** @throws IllegalArgumentException if one of them is no origin */
    AllowedOrigins {
        for (String origin : origins) {
            if (!origin.matches(ORIGIN)) {
                throw new IllegalArgumentException(
                        "%s must hold origins like https://pages.example:8443, in small letters, separated by commas, but has '%s'"
                                .formatted(KEY, origin));
            }
        }
    }

    boolean contains(String origin) {
        return origin != null && origins.contains(origin);
    }
}
