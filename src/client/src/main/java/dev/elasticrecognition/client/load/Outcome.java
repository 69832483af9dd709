package dev.elasticrecognition.client.load;

import java.time.Duration;

/**
 * What became of a request.
 *
 * @param kind whether it got its label
 * @param reason why not, in words that are the same for all requests of the same fate; empty if it got one
 * @param pause how long whoever sent it leaves the service alone
 */
record Outcome(Kind kind, String reason, Duration pause) {

    /** It got its label. */
    static final Outcome ANSWERED = new Outcome(Kind.ANSWERED, "", Duration.ZERO);

    /** How a request may end. */
    enum Kind {
        /** With a label. */
        ANSWERED,
        /** Accepted, or perhaps accepted, and without a label. */
        FAILED,
        /** Not accepted. */
        REFUSED
    }

    static Outcome failed(String reason) {
        return new Outcome(Kind.FAILED, reason, Duration.ZERO);
    }
}
