package dev.elasticrecognition.localcloud;

/** The cloud does not start; the message says in one line why, and what to do. */
final class CannotStart extends Exception {

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
