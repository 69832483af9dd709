package dev.elasticrecognition.domain.recognition;

/** Says that a client has as many requests under way as it may have. */
public final class TooManyUnanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int most;

    TooManyUnanswered(int most) {
        super("The client has %,d unanswered requests".formatted(most));
        this.most = most;
    }

    /** How many it may have. */
    public int most() {
        return most;
    }
}
