package dev.elasticrecognition.domain.messaging;

/** Says that a store or a queue didn't do what it was asked to: it can't be reached, or it refused. Worth a retry. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what the act that failed, as in "put image 0187… into bucket elastic-input"
     * @param cause what the store's client said
     */
    public Unavailable(String what, Throwable cause) {
        super("Could not %s: %s".formatted(what, cause.getMessage()), cause);
    }
}
