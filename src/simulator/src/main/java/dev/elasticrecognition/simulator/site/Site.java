package dev.elasticrecognition.simulator.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a scaler can see and do. */
public interface Site {

    Instant now();

    Conditions conditions();

    /** What the queue tells, late as it is; empty if it can't be asked just now. */
    Optional<Counters> counters();

    /** Whether the cloud can be asked just now; if not, a scaler has to do with what it knew. */
    boolean cloudAnswers();

    /** Those that exist, in the order of their launches. */
    List<SimulatedInstance> instances();

    /** What the front ends know themselves, exactly and at once. */
    FrontEnds frontEnds();

    /**
     * Launches instances.
     *
     * @return how many came: fewer at the maximum, none if the cloud refuses
     */
    int launch(int number);

    /** Asks a worker to take nothing more and to end its instance when it's done. One that boots is ended at once. */
    void drain(SimulatedInstance instance);

    /** Ends an instance at once, whatever it does. */
    void terminate(SimulatedInstance instance);
}
