package dev.elasticrecognition.simulator.site;

/**
 * What the request queue tells about itself.
 *
 * @param visible requests that wait, 0 or more
 * @param inFlight requests that a worker has received and not completed, 0 or more
 */
public record Counters(int visible, int inFlight) {

    /** All that are to be answered. */
    public int total() {
        return visible + inFlight;
    }
}
