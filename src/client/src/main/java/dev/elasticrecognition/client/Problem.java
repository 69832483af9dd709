package dev.elasticrecognition.client;

import java.net.URI;
import java.util.Optional;

/**
 * A problem document of RFC 9457, as the service sent it.
 *
 * @param type names the sort of problem; {@code about:blank} when the status says all
 * @param title the sort of problem in a few words
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do
 * @param instance names this very occurrence
 * @param id the recognition that it is about, once there is one
 */
public record Problem(
        URI type, String title, int status, Optional<String> detail, Optional<URI> instance, Optional<String> id) {

    /** The type of a problem that is told by its status alone. */
    public static final URI BLANK = URI.create("about:blank");

    /** An earlier try of the same request, whose connection broke, is still under way or ended with its server. */
    private static final String IN_PROGRESS = ":request-in-progress";

    /** What stands for a problem document where a server or proxy sent none. */
    static Problem of(int status, String title) {
        return new Problem(BLANK, title, status, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The most telling sentence in it, for people. */
    public String explanation() {
        return detail.orElse(title);
    }

    /**
     * Whether the same request may succeed a while later: the service is overloaded or partly away, or still busy with the
     * try before.
     */
    public boolean isPassing() {
        return status == 429
                || status == 502
                || status == 503
                || status == 504
                || (status == 409 && type.toString().endsWith(IN_PROGRESS));
    }
}
