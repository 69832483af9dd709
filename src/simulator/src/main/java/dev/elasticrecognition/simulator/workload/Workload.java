package dev.elasticrecognition.simulator.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests in the order of their arrival.
 *
 * @param name for the reader of a report
 * @param requests at least one; simulated time begins at the epoch
 */
public record Workload(String name, List<Request> requests) {

    /** When simulated time begins. */
    public static final Instant START = Instant.EPOCH;

    public Workload {
        requests = List.copyOf(requests);
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("A workload without requests");
        }
    }

    /** Requests at given arrivals, in their order, with service times drawn by a seed. */
    public static Workload of(String name, List<Instant> arrivals, Durations service, long seed) {
        var random = new Random(seed);
        List<Request> requests = new ArrayList<>();
        for (Instant arrival : arrivals.stream().sorted().toList()) {
            requests.add(new Request(requests.size(), arrival, service.draw(random)));
        }
        return new Workload(name, requests);
    }

    /** When the last request arrives. */
    public Instant lastArrival() {
        return requests.get(requests.size() - 1).arrival();
    }

    /** The time that one instance would work on all of it: no policy can do with less. */
    public Duration pureWork() {
        return requests.stream().map(Request::service).reduce(Duration.ZERO, Duration::plus);
    }
}
