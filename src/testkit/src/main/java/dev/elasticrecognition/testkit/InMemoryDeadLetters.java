package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.deadletters.DeadLetter;
import dev.elasticrecognition.domain.deadletters.DeadLetters;
import dev.elasticrecognition.domain.recognition.RequestId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Dead letters in memory. */
public final class InMemoryDeadLetters implements DeadLetters {

    private final NavigableMap<RequestId, DeadLetter> letters = new ConcurrentSkipListMap<>();

    @Override
    public void put(DeadLetter letter) {
        letters.put(letter.id(), letter);
    }

    @Override
    public Optional<DeadLetter> find(RequestId id) {
        return Optional.ofNullable(letters.get(id));
    }

    @Override
    public List<RequestId> list(Optional<RequestId> after, int atMost) {
        return after.map(id -> letters.tailMap(id, false)).orElse(letters).keySet().stream()
                .limit(atMost)
                .toList();
    }

    @Override
    public void remove(RequestId id) {
        letters.remove(id);
    }
}
