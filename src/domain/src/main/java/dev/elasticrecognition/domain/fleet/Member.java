package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One instance as its fleet sees it: what the cloud says of it, and what its worker says.
 *
 * @param instance as the cloud describes it
 * @param stage what it is to the fleet
 * @param age how long ago it was launched or started
 * @param heartbeat the last that its worker sent since then
 * @param silence for how long that has been the last, zero without one
 */
public record Member(Instance instance, Stage stage, Duration age, Optional<Heartbeat> heartbeat, Duration silence) {

    public Member {
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(heartbeat, "heartbeat");
    }

    public String id() {
        return instance.id();
    }

    /** Whether its worker holds requests, as far as it said. */
    public boolean isBusy() {
        return heartbeat.map(Heartbeat::isBusy).orElse(false);
    }

    /** Requests that its worker holds, as far as it said. */
    public int inProgress() {
        return heartbeat.map(Heartbeat::inProgress).orElse(0);
    }

    /** What an instance is to its fleet. */
    public enum Stage {
        /** The cloud prepares it. */
        PENDING,
        /** It runs, and its worker has sent no heartbeat yet. */
        STARTING,
        /** Its worker takes requests. */
        READY,
        /** It shall end: its worker takes no more requests. */
        DRAINING,
        /** It is being ended or stopped. */
        TERMINATING,
        /** It is stopped, to be started when it's needed. */
        STOPPED,
        /** It has ended. */
        TERMINATED
    }
}
