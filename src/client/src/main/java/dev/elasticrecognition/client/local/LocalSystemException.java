package dev.elasticrecognition.client.local;

/** The local system can't be run. The message says why and what to do. */
public sealed class LocalSystemException extends RuntimeException permits RefusedException {

    LocalSystemException(String message) {
        super(message);
    }
}
