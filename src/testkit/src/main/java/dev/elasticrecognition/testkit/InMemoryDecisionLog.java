package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.fleet.DecisionLog;
import dev.elasticrecognition.domain.fleet.DecisionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Decisions in memory, under keys that count down with time. */
public final class InMemoryDecisionLog implements DecisionLog {

    private static final String BEFORE_ALL = "";
    private static final String CURSOR = "[A-Za-z0-9_-]+";
    private static final int MOST = 1000;

    private final NavigableMap<String, DecisionRecord> newestFirst = new TreeMap<>();

    @Override
    public synchronized void add(DecisionRecord decision) {
        newestFirst.put(keyOf(decision.observation().at()) + decision.id(), decision);
    }

    @Override
    public synchronized Page page(Filter filter, Optional<String> cursor, int limit) {
        if (limit < 1
                || limit > MOST
                || cursor.filter(text -> !text.matches(CURSOR)).isPresent()) {
            throw new IllegalArgumentException("There is no page of %d decisions after %s".formatted(limit, cursor));
        }
        List<String> keys = newestFirst.tailMap(cursor.orElse(BEFORE_ALL), false).entrySet().stream()
                .filter(entry -> isWanted(filter, entry.getValue().observation().at()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        Optional<String> last = keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(keys.size() - 1));
        return new Page(
                keys.stream().map(newestFirst::get).filter(filter::wantsActsOf).toList(),
                last.filter(key -> newestFirst.tailMap(key, false).values().stream()
                        .anyMatch(later -> isWanted(filter, later.observation().at()))));
    }

    private static boolean isWanted(Filter filter, Instant at) {
        return filter.from().filter(at::isBefore).isEmpty()
                && filter.to().filter(end -> !at.isBefore(end)).isEmpty();
    }

    @Override
    public synchronized void forgetBefore(Instant start) {
        newestFirst.tailMap(keyOf(start.minusMillis(1))).clear();
    }

    private static String keyOf(Instant time) {
        return "%019d-".formatted(Long.MAX_VALUE - time.toEpochMilli());
    }
}
