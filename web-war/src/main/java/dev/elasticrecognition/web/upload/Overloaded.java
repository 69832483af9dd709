package dev.elasticrecognition.web.upload;

import java.time.Duration;

/** Says that more uploads are in progress than this front end takes at a time. */
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    Overloaded(Duration retryAfter) {
        super("As many uploads as are accepted are in progress; places should be free in " + retryAfter);
        this.retryAfter = retryAfter;
    }

    /** When to come again: 1 s to 60 s. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
