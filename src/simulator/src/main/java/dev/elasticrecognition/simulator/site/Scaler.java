package dev.elasticrecognition.simulator.site;

import java.time.Duration;

/** Watches a site and launches and ends its instances. One object for one run: it may remember what it has seen. */
public interface Scaler {

    /** How often it looks. */
    Duration period();

    /** How many instances it wants ready from the beginning, beyond the minimum. */
    default int initialInstances() {
        return 0;
    }

    /** Looks once, and acts. A scaler looks only at what its original can see. */
    void tick(Site site);
}
