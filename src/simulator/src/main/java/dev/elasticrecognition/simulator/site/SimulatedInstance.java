package dev.elasticrecognition.simulator.site;

import dev.elasticrecognition.simulator.workload.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A machine from its launch to its end. It works on one request at a time. */
public final class SimulatedInstance {

    private final int number;
    private final Instant launchedAt;
    private Optional<Instant> readyAt = Optional.empty();
    private Optional<Instant> endedAt = Optional.empty();
    private Optional<Request> current = Optional.empty();
    private Instant idleSince;
    private boolean reportedBusy;
    private boolean toDrain;
    private boolean draining;

    SimulatedInstance(int number, Instant launchedAt) {
        this.number = number;
        this.launchedAt = launchedAt;
        this.idleSince = launchedAt;
    }

    /** Counted from 0 in the order of launches. */
    public int number() {
        return number;
    }

    public Instant launchedAt() {
        return launchedAt;
    }

    /** When its worker was there; empty as long as it boots. */
    public Optional<Instant> readyAt() {
        return readyAt;
    }

    /** Empty as long as it exists. */
    public Optional<Instant> endedAt() {
        return endedAt;
    }

    /** Whether it exists and its worker isn't there yet. */
    public boolean isBooting() {
        return endedAt.isEmpty() && readyAt.isEmpty();
    }

    /** Whether its worker is there and takes requests, as far as anybody asked it. */
    public boolean isReady() {
        return endedAt.isEmpty() && readyAt.isPresent() && !toDrain;
    }

    /** Whether it was asked to drain and still exists. */
    public boolean isDraining() {
        return endedAt.isEmpty() && toDrain;
    }

    /** Whether it works on something now. */
    public boolean isBusy() {
        return current.isPresent();
    }

    /** Whether it worked on something when it sent its last heartbeat. */
    public boolean isReportedBusy() {
        return reportedBusy;
    }

    /** Since when it has had nothing to do; meaningless while it is busy. */
    public Instant idleSince() {
        return idleSince;
    }

    /** How long it has existed at an instant, up to its end. */
    public Duration age(Instant now) {
        return Duration.between(launchedAt, endedAt.filter(now::isAfter).orElse(now));
    }

    void ready(Instant now) {
        readyAt = Optional.of(now);
        idleSince = now;
    }

    void take(Request request) {
        current = Optional.of(request);
    }

    void finish(Instant now) {
        current = Optional.empty();
        idleSince = now;
    }

    /** Whether it works on this request. */
    boolean worksOn(Request request) {
        return endedAt.isEmpty() && current.filter(request::equals).isPresent();
    }

    Optional<Request> current() {
        return current;
    }

    void askToDrain() {
        toDrain = true;
    }

    /** What a heartbeat does: it tells, and it hears. */
    void report() {
        reportedBusy = isBusy();
        draining = toDrain;
    }

    /** Whether it takes another request: it's there and has nothing to do. Whoever is drained is ended at once. */
    boolean takes() {
        return endedAt.isEmpty() && readyAt.isPresent() && current.isEmpty();
    }

    /** Whether it has heard that it shall drain and is done. */
    boolean isDrained() {
        return endedAt.isEmpty() && draining && current.isEmpty();
    }

    void end(Instant now) {
        endedAt = Optional.of(now);
        current = Optional.empty();
    }
}
