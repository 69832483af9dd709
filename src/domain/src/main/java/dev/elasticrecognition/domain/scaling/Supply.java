package dev.elasticrecognition.domain.scaling;

import java.time.Duration;
import java.util.List;

/**
 * The instances that are there or on their way, by state. Each is counted once.
 *
 * @param known whether the cloud could be asked just now; otherwise the counts are the last known ones
 * @param launched launched, but the cloud doesn't describe them yet
 * @param pending the cloud prepares them
 * @param starting they run, without a heartbeat of their worker yet
 * @param ready their worker takes requests
 * @param busy of the ready ones, those that have requests in progress
 * @param draining their worker takes no more requests and finishes what it has
 * @param terminating they are being ended
 * @param bootAges how long each of the launched, pending and starting ones has been booting
 */
public record Supply(
        boolean known,
        int launched,
        int pending,
        int starting,
        int ready,
        int busy,
        int draining,
        int terminating,
        List<Duration> bootAges) {

    public static final Supply NONE = new Supply(true, 0, 0, 0, 0, 0, 0, 0, List.of());

    public Supply {
        bootAges = List.copyOf(bootAges);
        if (bootAges.size() != launched + pending + starting) {
            throw new IllegalArgumentException("%d instances are booting, but %d boot ages are given"
                    .formatted(launched + pending + starting, bootAges.size()));
        }
    }

    /** Instances that don't work yet. */
    public int booting() {
        return launched + pending + starting;
    }

    /** Instances that work, or will. */
    public int capacity() {
        return booting() + ready;
    }

    /** Every instance that exists, those that are on their way out included: what a limit of the account counts. */
    public int alive() {
        return capacity() + draining + terminating;
    }
}
