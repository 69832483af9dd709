package dev.elasticrecognition.client;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * A problem document of RFC 9457, as the service sent it.
 *
 * @param type names the sort of problem; {@code about:blank} when the status says all
 * @param title the sort of problem in a few words
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do
 * @param instance names this very occurrence
 * @param id the recognition that it is about, once there is one
 * @param field the member of what was sent that it is about, if it is one
 */
public record Problem(
        URI type,
        String title,
        int status,
        Optional<String> detail,
        Optional<URI> instance,
        Optional<String> id,
        Optional<String> field) {

    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

    /** The type of a problem that is told by its status alone. */
    public static final URI BLANK = URI.create("about:blank");

    /** What stands for a problem document where a server or proxy sent none. */
    static Problem of(int status, String title) {
        return new Problem(
                BLANK, title, status, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The sort of problem, to branch on. */
    public ProblemKind kind() {
        return ProblemKind.of(type);
    }

    /** The most telling sentence in it, for people. */
    public String explanation() {
        return detail.orElse(title);
    }

    /** Whether the same request may succeed a while later: the service is overloaded, partly away or still busy with it. */
    public boolean isPassing() {
        return PASSING.contains(status) || kind() == ProblemKind.REQUEST_IN_PROGRESS;
    }
}
