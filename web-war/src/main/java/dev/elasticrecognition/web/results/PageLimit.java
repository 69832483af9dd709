package dev.elasticrecognition.web.results;

/**
 * How many requests a caller wants at once: the query parameter {@code limit}.
 *
 * @param items 1 to {@value #MOST}
 */
public record PageLimit(int items) {

    private static final int MOST = 100;

    /** Reads the parameter. */
    public static PageLimit fromString(String items) {
        return new PageLimit(Limit.read(items, MOST));
    }
}
