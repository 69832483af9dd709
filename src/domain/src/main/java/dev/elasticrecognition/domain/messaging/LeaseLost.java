package dev.elasticrecognition.domain.messaging;

/**
 * Says that a lease has lapsed before its message was done with: it may be in other hands by now. Whoever held it stops
 * working on it; nothing else is to be done.
 */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what the message, as in "request 0187…" */
    public LeaseLost(String what) {
        this(what, null);
    }

    /** @param cause what the queue's client said */
    public LeaseLost(String what, Throwable cause) {
        super("The lease of %s has lapsed; it comes again, or another has it".formatted(what), cause);
    }
}
