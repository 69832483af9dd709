package dev.elasticrecognition.client.local;

/** Something stands in the way, and nothing was started. */
public final class RefusedException extends LocalSystemException {

    RefusedException(String message) {
        super(message);
    }
}
