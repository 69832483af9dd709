package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.fleet.Heartbeat;
import dev.elasticrecognition.domain.fleet.Heartbeats;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Heartbeats in memory. */
public final class InMemoryHeartbeats implements Heartbeats {

    private final Map<String, Heartbeat> last = new ConcurrentHashMap<>();

    @Override
    public void send(Heartbeat heartbeat) {
        last.put(heartbeat.instance(), heartbeat);
    }

    @Override
    public Optional<Heartbeat> find(String instance) {
        return Optional.ofNullable(last.get(instance));
    }

    @Override
    public void forget(String instance) {
        last.remove(instance);
    }
}
