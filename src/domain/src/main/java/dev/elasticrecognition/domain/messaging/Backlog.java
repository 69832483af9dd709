package dev.elasticrecognition.domain.messaging;

/**
 * The messages of a queue that are not completed, by state. Counts are approximate, as SQS gives them.
 *
 * @param visible messages that wait for a receiver, 0 or more
 * @param inFlight messages that are leased, 0 or more
 * @param delayed messages that are not to be delivered yet, 0 or more
 */
public record Backlog(int visible, int inFlight, int delayed) {

    public Backlog {
        if (visible < 0 || inFlight < 0 || delayed < 0) {
            throw new IllegalArgumentException("A backlog has no negative counts: visible=%d, inFlight=%d, delayed=%d"
                    .formatted(visible, inFlight, delayed));
        }
    }

    /** All messages that are not completed. */
    public int total() {
        return visible + inFlight + delayed;
    }
}
