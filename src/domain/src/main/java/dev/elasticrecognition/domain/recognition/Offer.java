package dev.elasticrecognition.domain.recognition;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What comes with a picture that is sent in.
 *
 * @param client stands for whoever sends it, see {@link Submission#client()}
 * @param idempotencyKey names this very request, so that it can be sent again without being done again
 * @param timeToLive how long it may wait for its turn, more than zero
 * @param anew whether a model has to look at it, even if the same picture was answered before
 */
public record Offer(String client, Optional<String> idempotencyKey, Optional<Duration> timeToLive, boolean anew) {

    public Offer {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(timeToLive, "timeToLive");
    }

    /** The same for one of several pictures that come together, numbered from 0. */
    public Offer part(int number) {
        return new Offer(client, idempotencyKey.map(key -> number == 0 ? key : key + "-" + number), timeToLive, anew);
    }
}
