package dev.elasticrecognition.simulator.site;

import dev.elasticrecognition.simulator.workload.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The front ends' ledger: what was sent and answered, and what is younger than two minutes and unanswered. */
public final class FrontEnds {

    private static final Duration REMEMBERED = Duration.ofMinutes(2);
    private static final int MEASURED = 100;

    private final Deque<Request> recent = new ArrayDeque<>();
    private final Set<Request> unanswered = new HashSet<>();
    private final Deque<Duration> services = new ArrayDeque<>();
    private long sent;
    private long answered;

    void send(Request request) {
        sent++;
        recent.add(request);
        unanswered.add(request);
    }

    void answer(Request request) {
        answered++;
        unanswered.remove(request);
        services.add(request.service());
        if (services.size() > MEASURED) {
            services.remove();
        }
    }

    /** Requests sent so far. */
    public long sent() {
        return sent;
    }

    /** Requests answered so far. */
    public long answered() {
        return answered;
    }

    /** How many of the last two minutes are unanswered. */
    public int unanswered(Instant now) {
        forget(now);
        return unanswered.size();
    }

    /** How long the oldest of them has been waiting. */
    public Optional<Duration> oldest(Instant now) {
        forget(now);
        return Optional.ofNullable(recent.peek()).map(request -> Duration.between(request.arrival(), now));
    }

    /** The mean service time of the last hundred answers; empty before the first. */
    public Optional<Duration> meanService() {
        return services.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        services.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(services.size()));
    }

    private void forget(Instant now) {
        while (!recent.isEmpty() && isOver(recent.peek(), now)) {
            unanswered.remove(recent.remove());
        }
    }

    private boolean isOver(Request request, Instant now) {
        return !unanswered.contains(request)
                || Duration.between(request.arrival(), now).compareTo(REMEMBERED) > 0;
    }
}
