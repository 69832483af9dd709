package dev.elasticrecognition.simulator.site;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is going to happen, by time; at one instant in the order in which it was entered. */
final class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private long entered;

    void enter(Instant at, Event event) {
        entries.add(new Entry(at, entered++, event));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Takes the next entry off. */
    Entry next() {
        return entries.remove();
    }

    record Entry(Instant at, long number, Event event) {}
}
