package dev.elasticrecognition.domain.history;

import java.time.Instant;
import java.util.List;

/** Keeps samples for all front ends, also for those that start later. */
public interface SampleLog {

    /**
     * Adds samples; they are kept together.
     *
     * @param at when they are added, not before the last of them
     */
    void add(Instant at, List<Sample> samples);

    /** All that were added at or after an instant, in any order. */
    List<Sample> since(Instant start);

    /** Forgets what was added before an instant. */
    void forgetBefore(Instant start);
}
