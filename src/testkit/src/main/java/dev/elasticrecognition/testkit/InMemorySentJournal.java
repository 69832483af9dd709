package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.ledger.SentRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A journal in memory. */
public final class InMemorySentJournal implements SentJournal {

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized void write(Instant at, List<SentRequest> sent) {
        entries.add(new Entry(at, List.copyOf(sent)));
    }

    @Override
    public synchronized List<SentRequest> since(Instant time) {
        return entries.stream()
                .filter(entry -> !entry.at().isBefore(time))
                .flatMap(entry -> entry.sent().stream())
                .toList();
    }

    @Override
    public synchronized void forgetBefore(Instant time) {
        entries.removeIf(entry -> entry.at().isBefore(time));
    }

    private record Entry(Instant at, List<SentRequest> sent) {}
}
