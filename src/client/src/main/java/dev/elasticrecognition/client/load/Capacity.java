package dev.elasticrecognition.client.load;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the fleet did about a load, as far as looking once a second can tell. Times are in seconds.
 *
 * @param before instances that were ready at the beginning: none is a cold start
 * @param mostReady the most that were ready at a time
 * @param firstReady from the beginning until the first was ready; empty if none was
 * @param mostReadyAfter from the beginning until the most were ready; empty if none was
 * @param gone from the last answer until no instance was there any more; empty if that wasn't seen
 * @param left how many instances were there at the end
 */
record Capacity(
        int before,
        int mostReady,
        OptionalDouble firstReady,
        OptionalDouble mostReadyAfter,
        OptionalDouble gone,
        int left) {

    /**
     * Reads it off.
     *
     * @param seen in the order of time, one sight at least
     * @param lastAnswer in nanoseconds after the beginning
     */
    static Capacity of(List<FleetWatch.Seen> seen, long lastAnswer) {
        int most = seen.stream().mapToInt(one -> one.sight().ready()).max().orElse(0);
        return new Capacity(
                seen.get(0).sight().ready(),
                most,
                firstWith(1, seen),
                firstWith(Math.max(1, most), seen),
                seen.stream()
                        .filter(one -> one.at() >= lastAnswer && one.sight().instances() == 0)
                        .mapToDouble(one -> (one.at() - lastAnswer) / 1e9)
                        .findFirst(),
                seen.get(seen.size() - 1).sight().instances());
    }

    private static OptionalDouble firstWith(int ready, List<FleetWatch.Seen> seen) {
        return seen.stream()
                .filter(one -> one.sight().ready() >= ready)
                .mapToDouble(one -> one.at() / 1e9)
                .findFirst();
    }
}
