package dev.elasticrecognition.domain.scaling;

import dev.elasticrecognition.domain.messaging.Backlog;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The work that is there. The queue's counts are approximate and may lag by a minute, so what the front ends know
 * themselves stands beside them.
 *
 * @param queue what the request queue counts; empty when it couldn't be asked, which is not zero
 * @param unanswered requests that front ends sent lately and have seen no answer for, 0 or more
 * @param oldest how long the oldest of them has been waiting; empty when there is none
 */
public record Demand(Optional<Backlog> queue, int unanswered, Optional<Duration> oldest) {

    public Demand {
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(oldest, "oldest");
        if (unanswered < 0) {
            throw new IllegalArgumentException("Unanswered requests are 0 or more, not " + unanswered);
        }
    }

    /** Whether the queue could be asked. */
    public boolean isKnown() {
        return queue.isPresent();
    }

    /** Requests that are to be answered: the most that any source knows of, 0 or more. */
    public int work() {
        return Math.max(queue.map(Backlog::total).orElse(0), unanswered);
    }
}
