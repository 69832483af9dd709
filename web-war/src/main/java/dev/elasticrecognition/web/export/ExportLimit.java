package dev.elasticrecognition.web.export;

import dev.elasticrecognition.web.results.Limit;

/**
 * How many requests a caller wants at most: the query parameter {@code limit}.
 *
 * @param items 1 to {@value #MOST}
 */
public record ExportLimit(int items) {

    private static final int MOST = 100_000;

    /** Reads the parameter. */
    public static ExportLimit fromString(String items) {
        return new ExportLimit(Limit.read(items, MOST));
    }
}
