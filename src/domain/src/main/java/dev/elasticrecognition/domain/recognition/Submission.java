package dev.elasticrecognition.domain.recognition;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture that somebody sent in, without its content: all that has to be kept of it so that any front end can ask for
 * its label, now or later.
 *
 * @param id names the request and its picture
 * @param image what is known of the picture
 * @param client stands for whoever sent it, the same for all that this client sends; up to 128 letters, digits and dashes
 * @param deadline until when work on it must begin, if there is such a time; later it fails
 */
public record Submission(RequestId id, SubmittedImage image, String client, Optional<Instant> deadline) {

    /** Stands for senders of which nothing is known. */
    public static final String UNKNOWN_CLIENT = "unknown";

    public Submission {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(deadline, "deadline");
        if (!client.matches("[A-Za-z0-9-]{1,128}")) {
            throw new IllegalArgumentException(
                    "A client has 1 to 128 letters, digits and dashes, unlike '" + client + "'");
        }
    }

    /** The same without a deadline. */
    public Submission withoutDeadline() {
        return new Submission(id, image, client, Optional.empty());
    }

    /** How long it may wait for its turn. Both ends are told by the same clock, so others needn't agree with it. */
    public Optional<Duration> timeToLive() {
        return deadline.map(end -> Duration.between(id.time(), end));
    }
}
