package dev.elasticrecognition.domain.history;

import dev.elasticrecognition.domain.fleet.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * How the fleet stood in the last hours, in this front end's memory: a sample for each ten seconds, so there are 2160 at
 * most. Safe for use by several threads.
 */
public final class History {

    /** How far it reaches back. */
    public static final Duration KEPT = Duration.ofHours(6);

    /** How far apart samples are. */
    public static final Duration STEP = Duration.ofSeconds(10);

    private final NavigableMap<Instant, Sample> byStep = new ConcurrentSkipListMap<>();

    /** Notes what a tick saw. Of several within ten seconds the last one counts. */
    public void note(Tick tick) {
        Sample sample = Sample.of(tick);
        byStep.put(step(sample.at()), sample);
        forgetBefore(sample.at().minus(KEPT));
    }

    /** Takes in what others noted at times when this front end noted nothing. */
    public void recall(Collection<Sample> samples) {
        samples.forEach(sample -> byStep.putIfAbsent(step(sample.at()), sample));
    }

    /** The samples from an instant on, oldest first. */
    public List<Sample> since(Instant start) {
        return byStep.values().stream()
                .filter(sample -> !sample.at().isBefore(start))
                .toList();
    }

    /** The samples from an instant until before another one that won't change any more, oldest first. */
    List<Sample> complete(Instant start, Instant now) {
        return List.copyOf(byStep.subMap(step(start), step(now)).values());
    }

    private void forgetBefore(Instant start) {
        byStep.headMap(step(start)).clear();
    }

    private static Instant step(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond() - Math.floorMod(at.getEpochSecond(), STEP.toSeconds()));
    }
}
