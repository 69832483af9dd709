package dev.elasticrecognition.client;

import java.time.Duration;
import java.util.Optional;

/** There is no usable answer from the service. The message says which request it was and why. */
public abstract class RecognitionException extends RuntimeException {

    RecognitionException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the same request may succeed a while later. */
    public abstract boolean isPassing();

    /** How long the service asked to be left alone before the next try. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
