package dev.elasticrecognition.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The service refused a request and said why. */
public final class ProblemException extends RecognitionException {

    private final transient Problem problem;
    private final Duration retryAfter;

    ProblemException(URI request, Problem problem, Optional<Duration> retryAfter) {
        super("%s (status %d from %s)".formatted(problem.explanation(), problem.status(), request), null);
        this.problem = problem;
        this.retryAfter = retryAfter.orElse(null);
    }

    /** What the service said. */
    public Problem problem() {
        return problem;
    }

    @Override
    public boolean isPassing() {
        return problem.isPassing();
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
