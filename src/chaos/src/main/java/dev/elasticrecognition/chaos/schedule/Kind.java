package dev.elasticrecognition.chaos.schedule;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The accidents that there are. Each lasts for a time between two bounds, or strikes at once. */
public enum Kind {
    /** A worker's process gets SIGKILL. */
    KILL_WORKER,
    /** So does the front end's, and is started again. */
    KILL_FRONT_END,
    /** So does the local cloud's: SQS, S3 and EC2 at once. */
    KILL_CLOUD,
    /** A worker's process gets SIGKILL before it has sent its first heartbeat. */
    KILL_BOOTING_WORKER,
    /** A machine is gone with everything that ran on it. */
    MACHINE_DEATH,
    /** A machine is taken back after notice. */
    INTERRUPTION(5, 30),
    /** A worker stands still and goes on, mostly after the leases of its requests have lapsed. */
    FREEZE_WORKER(3, 40),
    /** The front end does, also for longer than clients wait for an answer. */
    FREEZE_FRONT_END(2, 20),
    /** The local cloud does. */
    FREEZE_CLOUD(2, 15),
    /** Requests that were sent lately are sent again, twice. */
    DUPLICATES,
    /** EC2 has no machines. */
    REFUSED_CAPACITY(5, 20),
    /** EC2 refuses every other call. */
    THROTTLED_EC2(5, 20),
    /** EC2 fails at every third call. */
    FAILING_EC2(5, 20),
    /** EC2 does what it is asked and breaks the connection before it answers. */
    LOST_ANSWERS(5, 20),
    /** New instances are in no list for a while. */
    HIDDEN_INSTANCES(5, 20),
    /** Lists show instances in the state in which they were. */
    STALE_STATES(5, 20),
    /** Boots take ten seconds longer. */
    SLOW_BOOTS(5, 20),
    /** Instances run and never boot. */
    STUCK_BOOTS(5, 10),
    /** Connections to one of the stores break, and none is made. */
    CUT_CONNECTIONS(1, 10),
    /** What is sent to one of the stores, or by it, takes half a second longer. */
    DELAYED_CONNECTIONS(5, 20),
    /** One of the stores takes connections and says nothing. */
    SILENT_CONNECTIONS(2, 15),
    /** SQS says that a queue has no messages, or very many. */
    LYING_COUNTERS(5, 20),
    /** No process can write to a file, neither stores nor logs; the local cloud ends by that, and is started again. */
    FULL_DISK(2, 15);

    private final Duration shortest;
    private final Duration longest;

    Kind() {
        this(0, 0);
    }

    Kind(int shortestSeconds, int longestSeconds) {
        this.shortest = Duration.ofSeconds(shortestSeconds);
        this.longest = Duration.ofSeconds(longestSeconds);
    }

    /** The shortest time for which it lasts; zero if it strikes at once. */
    Duration shortest() {
        return shortest;
    }

    /** The longest time for which it lasts. */
    Duration longest() {
        return longest;
    }

    /** Whether it ends a process that a supervisor starts again. */
    boolean isRestart() {
        return this == KILL_FRONT_END || this == KILL_CLOUD || this == FULL_DISK;
    }

    /** Of those that do, whether it is the local cloud. */
    boolean isOfCloud() {
        return this == KILL_CLOUD || this == FULL_DISK;
    }

    /**
     * Finds one by its name.
     *
     * @throws IllegalArgumentException if there is none; the message names all
     */
    public static Kind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is none of the accidents. There are: %s".formatted(name, names())));
    }

    private static String names() {
        return Arrays.stream(values()).map(Kind::toString).collect(Collectors.joining(", "));
    }

    /** Its name, such as {@code kill-worker}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
