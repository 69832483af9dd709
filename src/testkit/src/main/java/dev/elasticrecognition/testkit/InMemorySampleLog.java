package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.history.Sample;
import dev.elasticrecognition.domain.history.SampleLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A log of samples in memory. */
public final class InMemorySampleLog implements SampleLog {

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized void add(Instant at, List<Sample> samples) {
        entries.add(new Entry(at, List.copyOf(samples)));
    }

    @Override
    public synchronized List<Sample> since(Instant start) {
        return entries.stream()
                .filter(entry -> !entry.at().isBefore(start))
                .flatMap(entry -> entry.samples().stream())
                .toList();
    }

    @Override
    public synchronized void forgetBefore(Instant start) {
        entries.removeIf(entry -> entry.at().isBefore(start));
    }

    private record Entry(Instant at, List<Sample> samples) {}
}
