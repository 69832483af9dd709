package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.audit.AuditEntry;
import dev.elasticrecognition.domain.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What operators did, in memory, under keys that count down with time. */
public final class InMemoryAuditTrail implements AuditTrail {

    private static final String BEFORE_ALL = "";
    private static final String CURSOR = "[A-Za-z0-9_-]+";
    private static final int MOST = 1000;

    private final NavigableMap<String, AuditEntry> newestFirst = new TreeMap<>();

    @Override
    public synchronized void add(AuditEntry entry) {
        newestFirst.putIfAbsent(keyOf(entry.at()) + entry.id(), entry);
    }

    /** All entries, newest first. */
    public synchronized List<AuditEntry> all() {
        return List.copyOf(newestFirst.values());
    }

    @Override
    public synchronized Page page(Optional<String> cursor, int limit) {
        if (limit < 1
                || limit > MOST
                || cursor.filter(text -> !text.matches(CURSOR)).isPresent()) {
            throw new IllegalArgumentException("There is no page of %d entries after %s".formatted(limit, cursor));
        }
        List<String> keys = newestFirst.tailMap(cursor.orElse(BEFORE_ALL), false).keySet().stream()
                .limit(limit)
                .toList();
        Optional<String> last = keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(keys.size() - 1));
        return new Page(
                keys.stream().map(newestFirst::get).toList(), last.filter(key -> newestFirst.higherKey(key) != null));
    }

    @Override
    public synchronized void forgetBefore(Instant start) {
        newestFirst.tailMap(keyOf(start.minusMillis(1))).clear();
    }

    private static String keyOf(Instant time) {
        return "%019d-".formatted(Long.MAX_VALUE - time.toEpochMilli());
    }
}
