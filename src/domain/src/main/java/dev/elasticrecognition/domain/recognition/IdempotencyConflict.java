package dev.elasticrecognition.domain.recognition;

/** Says that an idempotency key can't be used for this request, or not yet. */
public final class IdempotencyConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    IdempotencyConflict(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** The key was used for another picture. */
        OTHER_CONTENT,

        /** The first request with this key is still being taken in. */
        IN_PROGRESS
    }
}
