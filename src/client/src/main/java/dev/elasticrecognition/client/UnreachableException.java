package dev.elasticrecognition.client;

import java.net.URI;

/** The connection failed, broke or stayed silent: whether the service got the request is unknown. */
public final class UnreachableException extends RecognitionException {

    UnreachableException(URI request, Throwable cause) {
        super("no answer from %s: %s. Is the service running there?".formatted(request, reason(cause)), cause);
    }

    @Override
    public boolean isPassing() {
        return true;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
